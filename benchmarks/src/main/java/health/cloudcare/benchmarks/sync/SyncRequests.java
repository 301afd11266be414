package health.cloudcare.benchmarks.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import health.cloudcare.benchmarks.load.Requests;

/**
 * Uploads of {@value #READINGS} readings each: what a watch has measured in one hour. Everybody uploads the same hour in turn,
 * then the next one, so no reading comes twice. For one thread.
 */
final class SyncRequests implements Supplier<byte[]> {
    static final int READINGS = 100;
    static final String PATH = "/api/v1/wearables/sync";

    private static final String ANY_HOUR = "yyyy-MM-ddThh";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private final List<Template> watches = new ArrayList<>();
    private Instant hour;
    private byte[] hourText;
    private int next;

    /**
     * @param tokens of the patients
     * @param from the first hour
     */
    SyncRequests(List<String> tokens, Instant from) {
        hour = from.truncatedTo(ChronoUnit.HOURS);
        hourText = text(hour);
        for (int i = 0; i < tokens.size(); i++) {
            watches.add(Template.of(Requests.post(PATH, tokens.get(i), body("bench-watch-" + i, new Random(i)))));
        }
    }

    @Override
    public byte[] get() {
        if (next == watches.size()) {
            next = 0;
            hour = hour.plus(1, ChronoUnit.HOURS);
            hourText = text(hour);
        }
        return watches.get(next++).at(hourText);
    }

    /** A request with the places at which its hour is to be filled in. */
    private record Template(byte[] request, int[] places) {
        static Template of(byte[] request) {
            String text = new String(request, StandardCharsets.ISO_8859_1);
            List<Integer> places = new ArrayList<>();
            for (int at = text.indexOf(ANY_HOUR); at >= 0; at = text.indexOf(ANY_HOUR, at + 1)) {
                places.add(at);
            }
            return new Template(
                    request, places.stream().mapToInt(Integer::intValue).toArray());
        }

        byte[] at(byte[] hour) {
            byte[] copy = request.clone();
            for (int place : places) {
                System.arraycopy(hour, 0, copy, place, hour.length);
            }
            return copy;
        }
    }

    private static byte[] text(Instant hour) {
        return HOUR.format(hour).getBytes(StandardCharsets.US_ASCII);
    }

    private static String body(String device, Random random) {
        List<String> readings = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            readings.add(reading("heart_rate", 60 + random.nextInt(70), "bpm", minute, 11));
        }
        for (int minute = 0; minute < 60; minute += 4) {
            readings.add(reading("steps", random.nextInt(110), "count", minute, 23));
            readings.add(reading("calories", random.nextInt(500) / 100.0, "kcal", minute, 23));
        }
        for (int minute = 0; minute < 60; minute += 12) {
            readings.add(reading("oxygen_level", 94 + random.nextInt(6), "%", minute, 31));
            readings.add(reading("hrv", 20 + random.nextInt(8_000) / 100.0, "ms", minute, 31));
        }
        return "{\"device_id\":\"" + device + "\",\"metrics\":[" + String.join(",", readings) + "]}";
    }

    private static String reading(String metric, Number value, String unit, int minute, int second) {
        return """
                {"metric_type":"%s","value":%s,"unit":"%s","timestamp":"%s:%02d:%02dZ"}""".formatted(metric, value, unit, ANY_HOUR, minute, second);
    }
}
