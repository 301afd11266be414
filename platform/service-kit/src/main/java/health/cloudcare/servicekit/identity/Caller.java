package health.cloudcare.servicekit.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller of this request. Of the three profile ids the one of the role is set.
 *
 * @param verified whether somebody vouched for this doctor or hospital; true for everyone else
 */
public record Caller(
        UUID accountId,
        Role role,
        boolean verified,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        @Nullable String sessionId) {

    /** The profile that the account belongs to; administrators have none. */
    public @Nullable UUID profileId() {
        return switch (role) {
            case PATIENT -> patientId;
            case DOCTOR -> doctorId;
            case HOSPITAL_ADMIN -> hospitalId;
            case SYSTEM_ADMIN, SERVICE -> null;
        };
    }

    public boolean isPatient(UUID patientId) {
        return role == Role.PATIENT && patientId.equals(this.patientId);
    }
}
