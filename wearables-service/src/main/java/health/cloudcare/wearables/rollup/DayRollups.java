package health.cloudcare.wearables.rollup;

import org.bson.BsonDocument;

import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.PackedParts;

/** The rollups of all metrics of one patient's UTC day, as they are stored. */
public final class DayRollups {
    private final DayKey day;
    private final PackedParts parts;

    private DayRollups(DayKey day, PackedParts parts) {
        this.day = day;
        this.parts = parts;
    }

    public static DayRollups empty(DayKey day) {
        return new DayRollups(day, new PackedParts());
    }

    public static DayRollups decode(DayKey day, BsonDocument document) {
        return new DayRollups(day, PackedParts.decode(document));
    }

    /** The metric's rollup; empty when the day has no readings of it. */
    public DayRollup rollup(MetricType metric) {
        return rollup(metric, true);
    }

    /** As {@link #rollup}, but of amounts their sums and counts alone, which are quicker to read. */
    public DayRollup summary(MetricType metric) {
        return rollup(metric, metric.aggregation() != Aggregation.CUMULATIVE);
    }

    private DayRollup rollup(MetricType metric, boolean readings) {
        byte[] packed = parts.get(metric.code());
        return packed == null
                ? DayRollup.empty(metric.aggregation())
                : DayRollupCodec.decode(new RollupKey(day, metric), packed, readings);
    }

    public boolean has(MetricType metric) {
        return parts.get(metric.code()) != null;
    }

    public void put(MetricType metric, DayRollup rollup) {
        parts.put(metric.code(), DayRollupCodec.encode(new RollupKey(day, metric), rollup));
    }

    public BsonDocument encode() {
        return parts.encode();
    }
}
