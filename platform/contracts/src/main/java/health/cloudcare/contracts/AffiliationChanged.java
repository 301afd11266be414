package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a doctor works for a hospital, as both say it.
 *
 * @param standing {@code CLAIMED} by the doctor alone, {@code INVITED} by the hospital alone, {@code ACTIVE} once both say so, {@code ENDED}
 * @param version numbers the events of this doctor and this hospital, from 1
 */
public record AffiliationChanged(
        UUID eventId, Instant occurredAt, UUID doctorId, UUID hospitalId, String standing, boolean primary, int version)
        implements DoctorEvent {

    public static final String TYPE = "doctor.affiliation-changed";

    public AffiliationChanged(
            Instant occurredAt, UUID doctorId, UUID hospitalId, String standing, boolean primary, int version) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId, hospitalId, standing, primary, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
