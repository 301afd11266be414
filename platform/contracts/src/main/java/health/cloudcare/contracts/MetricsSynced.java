package health.cloudcare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A sync is completely merged into the aggregates. {@code from} and {@code to} bound the readings stored, if any. */
public record MetricsSynced(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID syncId,
        @Nullable String deviceId,
        List<String> metrics,
        long readingsStored,
        long readingsDuplicate,
        @Nullable Instant from,
        @Nullable Instant to)
        implements Event {

    public static final String TYPE = "wearables.metrics-synced";

    public MetricsSynced {
        metrics = List.copyOf(metrics);
    }

    public MetricsSynced(
            Instant occurredAt,
            UUID patientId,
            UUID syncId,
            @Nullable String deviceId,
            List<String> metrics,
            long readingsStored,
            long readingsDuplicate,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(
                UuidV7.at(occurredAt),
                occurredAt,
                patientId,
                syncId,
                deviceId,
                metrics,
                readingsStored,
                readingsDuplicate,
                from,
                to);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.WEARABLES;
    }

    @Override
    public String key() {
        return patientId.toString();
    }
}
