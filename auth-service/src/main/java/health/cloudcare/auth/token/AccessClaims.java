package health.cloudcare.auth.token;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/** Whom an access token speaks for. */
public record AccessClaims(
        UUID accountId,
        Role role,
        boolean verified,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        UUID sessionId) {}
