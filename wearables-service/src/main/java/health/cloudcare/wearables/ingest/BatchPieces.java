package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.HourChunkBuilder;
import health.cloudcare.wearables.chunk.RecordNumber;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;

/** Cuts a record into what it brings to each hour chunk. */
final class BatchPieces {
    private final ReadingBatch batch;
    private final Map<ChunkKey, HourChunkBuilder> builders = new HashMap<>();

    private BatchPieces(ReadingBatch batch) {
        this.batch = batch;
    }

    /** Samples that a record brings to one hour. */
    record Piece(ChunkKey key, HourChunk samples) {}

    static List<Piece> of(ReadingBatch batch) {
        BatchPieces pieces = new BatchPieces(batch);
        List<Piece> all = new ArrayList<>();
        for (Series series : batch.getSeriesList()) {
            pieces.cut(series);
            pieces.builders.forEach((key, builder) -> all.add(new Piece(key, builder.build())));
            pieces.builders.clear();
        }
        return all;
    }

    private void cut(Series series) {
        MetricType metric = MetricType.ofCode(series.getMetric()).orElseThrow();
        Source source = sourceOf(series);
        boolean lasting = metric.aggregation() != Aggregation.DISCRETE && series.getDurationMsCount() > 0;
        boolean durations = series.getDurationMsCount() > 0;
        long start = series.getBaseMs();
        long hour = Long.MIN_VALUE;
        HourChunkBuilder builder = null;
        for (int i = 0; i < series.getStartDeltaMsCount(); i++) {
            start += series.getStartDeltaMs(i);
            long duration = durations ? series.getDurationMs(i) : 0;
            long startHour = ChunkKey.hourOf(start);
            if (builder == null || startHour != hour) {
                hour = startHour;
                builder = builder(metric, hour, source);
            }
            Original original = original(series, i);
            long record = record(series, i);
            builder.add(start, duration, series.getValue(i), original, record);
            if (lasting && duration > 0) {
                long lastHour = ChunkKey.hourOf(start + duration - 1);
                for (long touched = startHour + 1; touched <= lastHour; touched++) {
                    builder(metric, touched, source).add(start, duration, series.getValue(i), original, record);
                }
            }
        }
    }

    private long record(Series series, int i) {
        if (series.getRecordIdCount() == 0 || series.getRecordId(i).isEmpty()) {
            return 0;
        }
        return RecordNumber.of(batch.getPatientId(), series.getRecordId(i));
    }

    private static @Nullable Original original(Series series, int i) {
        return series.getOriginalValueCount() == 0
                ? null
                : new Original(series.getOriginalValue(i), series.getOriginalUnit());
    }

    private HourChunkBuilder builder(MetricType metric, long hour, Source source) {
        return builders.computeIfAbsent(
                new ChunkKey(batch.getPatientId(), metric, hour),
                key -> new HourChunkBuilder(key, source, batch.getReceivedAtMs()));
    }

    private static Source sourceOf(Series series) {
        var source = series.getSource();
        return new Source(source.getDeviceId(), source.getName(), SourceKind.ofCode(source.getKindValue()));
    }
}
