package health.cloudcare.auth.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/**
 * A pending registration as administrators see it; never its password.
 *
 * @param documentId the account's id under its documented name
 * @param isPregnant of patients only
 * @param specialization of doctors only
 * @param timeRemaining minutes with one decimal, or null when it has expired
 */
record PendingUserResponse(
        @JsonProperty("_id") UUID documentId,
        String userId,
        String username,
        String email,
        String mobile,
        String firstName,
        String lastName,
        String userType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isPregnant,
        @Nullable String specialization,
        Instant createdAt,
        Instant expiresAt,
        String status,
        @Nullable String timeRemaining) {

    record All(List<PendingUserResponse> pendingUsers, long totalCount, long activeCount, long expiredCount) {}

    static PendingUserResponse of(PendingRegistration pending, Instant now) {
        boolean expired = pending.isExpired(now);
        return new PendingUserResponse(
                pending.accountId(),
                pending.userId(),
                pending.username(),
                pending.email(),
                pending.mobile(),
                pending.firstName(),
                pending.lastName(),
                pending.role().name(),
                pending.role() == Role.PATIENT ? Boolean.valueOf(pending.isPregnant()) : null,
                pending.specialization(),
                pending.createdAt(),
                pending.expiresAt(),
                expired ? "expired" : "pending",
                expired ? null : minutes(Duration.between(now, pending.expiresAt())));
    }

    private static String minutes(Duration rest) {
        return String.format(Locale.ROOT, "%.1f minutes", rest.toMillis() / 60_000.0);
    }

    @Override
    public String toString() {
        return "PendingUserResponse " + documentId;
    }
}
