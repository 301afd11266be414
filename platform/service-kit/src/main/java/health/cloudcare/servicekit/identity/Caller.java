package health.cloudcare.servicekit.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller of this request. Of the three profile ids the one of the role is set; of a device its patient's.
 *
 * @param verified whether somebody vouched for this doctor or hospital; true for everyone else
 * @param deviceId the device's own id; null for everyone but a device
 */
public record Caller(
        UUID accountId,
        Role role,
        boolean verified,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        @Nullable String sessionId,
        @Nullable String deviceId) {

    public Caller(
            UUID accountId,
            Role role,
            boolean verified,
            @Nullable UUID patientId,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId,
            @Nullable String sessionId) {
        this(accountId, role, verified, patientId, doctorId, hospitalId, sessionId, null);
    }

    /** The profile that the account belongs to; administrators have none. */
    public @Nullable UUID profileId() {
        return switch (role) {
            case PATIENT -> patientId;
            case DOCTOR -> doctorId;
            case HOSPITAL_ADMIN -> hospitalId;
            case SYSTEM_ADMIN, SERVICE, DEVICE -> null;
        };
    }

    /** Whether it is a device paired with that patient. */
    public boolean isDeviceOf(UUID patientId) {
        return role == Role.DEVICE && deviceId != null && patientId.equals(this.patientId);
    }

    public boolean isPatient(UUID patientId) {
        return role == Role.PATIENT && patientId.equals(this.patientId);
    }
}
