package health.cloudcare.auth.token;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/**
 * What an access token says of a person. Of the three profile ids the one of the role is set.
 *
 * @param verified whether somebody vouched for this doctor or hospital; tokens of others do not say it
 * @param deviceId the paired device that holds the token, its own id; null for people
 */
public record AccessClaims(
        UUID accountId,
        Role role,
        boolean verified,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        UUID sessionId,
        @Nullable String deviceId) {

    public AccessClaims(
            UUID accountId,
            Role role,
            boolean verified,
            @Nullable UUID patientId,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId,
            UUID sessionId) {
        this(accountId, role, verified, patientId, doctorId, hospitalId, sessionId, null);
    }

    boolean saysVerified() {
        return role == Role.DOCTOR || role == Role.HOSPITAL_ADMIN;
    }
}
