package health.cloudcare.wearables.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Almost two weeks of somebody with a watch and a phone that often count the same, up to two hours ago. */
final class Fortnight {
    private static final int DAYS = 12;

    private final Random random;
    private final Instant start;
    private final List<Measured> readings = new ArrayList<>();

    private Fortnight(long seed, Instant now) {
        this.random = new Random(seed);
        this.start = now.minus(Duration.ofDays(DAYS));
    }

    static List<Measured> until(Instant now, long seed) {
        Fortnight fortnight = new Fortnight(seed, now);
        for (int day = 0; day < DAYS; day++) {
            fortnight.day(day);
        }
        Instant last = now.minus(Duration.ofHours(2));
        List<Measured> all = new ArrayList<>(fortnight.readings);
        all.removeIf(reading -> reading.end().isAfter(last));
        // of the same time and source there is one
        List<Measured> distinct = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(Measured::start))
                .filter(reading -> distinct.stream()
                        .noneMatch(other -> other.type().equals(reading.type())
                                && other.byWatch() == reading.byWatch()
                                && other.start().equals(reading.start())
                                && other.minutes() == reading.minutes()
                                && other.stage().equals(reading.stage())))
                .forEach(distinct::add);
        return distinct;
    }

    private void day(int day) {
        int base = day * 24 * 60;
        for (int i = 0; i < 14; i++) {
            amount("stepCount", "count", base, 400);
            amount("activeEnergyBurned", "kcal", base, 60);
            amount("distanceWalkingRunning", "km", base, 2);
        }
        amount("flightsClimbed", "count", base, 12);
        for (int i = 0; i < 40; i++) {
            add("heartRate", "count/min", base + random.nextInt(24 * 60), 0, 50 + random.nextInt(80), true, "");
        }
        night(base + 22 * 60 + random.nextInt(90));
    }

    private void amount(String type, String unit, int base, int most) {
        int minutes = 1 + random.nextInt(100);
        double value = Math.rint(random.nextDouble() * most * 100) / 100;
        add(type, unit, base + random.nextInt(24 * 60), minutes, value, random.nextBoolean(), "");
    }

    /** The phone knows of the bed, the watch of the stages; one sometimes wakes. */
    private void night(int from) {
        int length = 300 + random.nextInt(200);
        add("sleepAnalysis", "hr", from, length, length / 60.0, false, "inBed");
        int at = from + random.nextInt(30);
        while (at < from + length - 60) {
            String stage = List.of("core", "deep", "rem", "awake").get(random.nextInt(4));
            int minutes = 10 + random.nextInt(50);
            add("sleepAnalysis", "hr", at, minutes, minutes / 60.0, true, stage);
            at += minutes;
        }
    }

    private void add(String type, String unit, int minute, int minutes, double value, boolean byWatch, String stage) {
        Instant at = Instant.ofEpochSecond(start.getEpochSecond() / 60 * 60 + minute * 60L);
        readings.add(new Measured(type, unit, byWatch, at, minutes, value, stage));
    }
}
