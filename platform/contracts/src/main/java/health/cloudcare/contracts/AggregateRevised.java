package health.cloudcare.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Late data changed a closed UTC day of one metric. */
public record AggregateRevised(
        UUID eventId, Instant occurredAt, UUID patientId, String metric, LocalDate day, long revision)
        implements Event {

    public static final String TYPE = "wearables.aggregate-revised";

    public AggregateRevised(Instant occurredAt, UUID patientId, String metric, LocalDate day, long revision) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, metric, day, revision);
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
