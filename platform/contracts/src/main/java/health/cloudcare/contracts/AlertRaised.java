package health.cloudcare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A patient's readings were beyond a limit for a while. It says where to look, not what was measured.
 *
 * @param severity {@code CRITICAL}, {@code HIGH}, {@code MEDIUM} or {@code LOW}
 * @param startedAt the first of the readings
 * @param doctorIds who may see the readings by a consent
 * @param hospitalIds likewise, such as the one that the patient is in
 */
public record AlertRaised(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID alertId,
        String metric,
        String severity,
        Instant startedAt,
        List<UUID> doctorIds,
        List<UUID> hospitalIds)
        implements Event {

    public static final String TYPE = "wearables.alert-raised";

    public AlertRaised {
        doctorIds = List.copyOf(doctorIds);
        hospitalIds = List.copyOf(hospitalIds);
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
