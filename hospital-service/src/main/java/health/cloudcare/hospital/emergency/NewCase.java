package health.cloudcare.hospital.emergency;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What the hospital says of an emergency when it asks to admit. */
public record NewCase(
        UUID admissionId,
        UUID hospitalId,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable String condition,
        Severity severity,
        @Nullable String department) {

    @Override
    public String toString() {
        return "NewCase of admission " + admissionId;
    }
}
