package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A department was opened, changed or closed. */
public record DepartmentChanged(UUID eventId, Instant occurredAt, UUID hospitalId, UUID departmentId, boolean closed)
        implements HospitalEvent {

    public static final String TYPE = "hospital.department-changed";

    public DepartmentChanged(Instant occurredAt, UUID hospitalId, UUID departmentId, boolean closed) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId, departmentId, closed);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
