package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.reading.Source;

/**
 * One reading as it was received, in its metric's unit; what overlaps with other sources is not taken out.
 *
 * @param value for sleep the hours that it lasted
 * @param timestamp its start
 * @param sourceApp the name of the source, as the person knows it
 * @param deviceId the registered device that sent it; null for one of an export file
 * @param sleepCategory {@code inBed}, {@code asleep} (no stage known), {@code awake}, {@code core}, {@code deep} or {@code rem}; null for
 *     all but sleep
 * @param metadata always null; the app once read it
 */
record Sample(
        String metricType,
        double value,
        String unit,
        Instant timestamp,
        Instant startDate,
        Instant endDate,
        @Nullable String sourceApp,
        @Nullable String deviceId,
        @Nullable String sleepCategory,
        @Nullable Object metadata) {

    /** Total, so that a list is the same whoever asks for it. */
    static final Comparator<Sample> OLDEST_FIRST = Comparator.comparing(Sample::timestamp)
            .thenComparing(Sample::metricType)
            .thenComparing(Sample::endDate)
            .thenComparing(Sample::sourceApp, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Sample::deviceId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Sample::sleepCategory, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** @param hourStart of the chunk, milliseconds since the epoch */
    static Sample of(MetricType metric, HourChunk chunk, int i, long hourStart) {
        Instant start = Instant.ofEpochMilli(hourStart + chunk.start(i));
        Instant end = Instant.ofEpochMilli(hourStart + chunk.end(i));
        boolean sleep = metric.aggregation() == Aggregation.SLEEP;
        Source source = chunk.source(i);
        return new Sample(
                metric.code(),
                sleep ? chunk.duration(i) / (double) ChunkKey.HOUR_MILLIS : chunk.value(i),
                sleep ? "hours" : metric.unit(),
                start,
                start,
                end,
                source.name().isEmpty() ? null : source.name(),
                source.deviceId().isEmpty() ? null : source.deviceId(),
                sleep ? category(SleepStage.ofCode((int) chunk.value(i))) : null,
                null);
    }

    private static String category(SleepStage stage) {
        return stage == SleepStage.IN_BED ? "inBed" : stage.name().toLowerCase(Locale.ROOT);
    }

    /** Without what was measured. */
    @Override
    public String toString() {
        return "Sample";
    }
}
