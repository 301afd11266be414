package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.HourChunkBuilder;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.patient.ZoneHistory;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;
import health.cloudcare.wearables.rollup.DayRollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Slots sum to the samples they are made of, whatever zone of the time-zone database cuts the days, also where clocks change. */
class EveryZoneTest {
    private static final Source WATCH = new Source("", "Watch", SourceKind.WATCH);
    private static final String PATIENT = "00000000-0000-7000-8000-000000000001";
    private static final OpenPart ALL = new OpenPart(Scope.EVERYTHING, Instant.MIN, Instant.MAX);

    /** One a minute, each of another value, so that a sum tells which minutes are in it. */
    private final Map<Long, Double> byMinute = new TreeMap<>();

    private final Map<Long, DayRollup> rollups = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"2025-03-05", "2025-03-27", "2025-04-03", "2025-09-24", "2025-10-02", "2025-10-24", "2025-10-30"})
    void daysAndHoursSumToTheSamplesInThem(LocalDate around) {
        measure(around);
        MetricHistory history = new MetricHistory(rollups, ALL);
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            LocalDate first = around.plusDays(1);
            LocalDate last = around.plusDays(4);
            Clock after =
                    Clock.fixed(around.plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            Window window = Window.of(first, last, ZoneHistory.of(zone), true, after);
            Buckets buckets = new Buckets(window, ALL, WeekStart.DOCUMENTED);

            Map<String, Double> days = new TreeMap<>();
            double all = 0;
            for (Map.Entry<Long, Double> sample : byMinute.entrySet()) {
                LocalDate day =
                        Instant.ofEpochSecond(sample.getKey() * 60).atZone(zone).toLocalDate();
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    days.merge(day.toString(), sample.getValue(), Double::sum);
                    all += sample.getValue();
                }
            }
            Map<String, Figures> daily = buckets.daily(MetricType.STEPS, history);
            assertThat(daily.keySet()).as(name).isEqualTo(days.keySet());
            days.forEach((day, sum) ->
                    assertThat(daily.get(day).sum()).as("%s in %s", day, name).isCloseTo(sum, within(1e-6)));
            assertThat(sum(buckets.hourly(MetricType.STEPS, history)))
                    .as("hours in %s", name)
                    .isCloseTo(all, within(1e-6));
            assertThat(sum(buckets.weekly(history))).as("weeks in %s", name).isCloseTo(all, within(1e-6));
            assertThat(sum(buckets.monthly(history))).as("months in %s", name).isCloseTo(all, within(1e-6));
        }
    }

    private void measure(LocalDate around) {
        Random random = new Random(around.toEpochDay());
        Map<ChunkKey, HourChunkBuilder> builders = new TreeMap<>(java.util.Comparator.comparing(ChunkKey::hour));
        long from = around.toEpochDay() * 24 * 60;
        for (long minute = from; minute < from + Duration.ofDays(6).toMinutes(); minute++) {
            double value = random.nextInt(1_000) / 8.0;
            byMinute.put(minute, value);
            ChunkKey key = new ChunkKey(PATIENT, MetricType.STEPS, minute / 60);
            builders.computeIfAbsent(key, any -> new HourChunkBuilder(key, WATCH, 1))
                    .add(minute * 60_000, 60_000, value);
        }
        Map<DayKey, List<DayRollup.Hour>> hours = new HashMap<>();
        builders.forEach((key, builder) -> {
            HourChunk chunk = builder.build();
            hours.computeIfAbsent(key.day(), any -> new ArrayList<>()).add(new DayRollup.Hour(key, chunk));
        });
        hours.forEach((day, chunks) -> rollups.put(
                day.epochDay(), DayRollup.empty(MetricType.STEPS.aggregation()).with(chunks)));
    }

    private static double sum(Map<String, Figures> buckets) {
        return buckets.values().stream().mapToDouble(Figures::sum).sum();
    }
}
