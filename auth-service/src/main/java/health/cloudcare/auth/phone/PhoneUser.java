package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/**
 * The user as this surface shows it.
 *
 * @param documentId the id once more, under its documented name
 * @param publicId {@code PAT########} or {@code DOC########}
 * @param verified whether the telephone is proved
 */
record PhoneUser(
        @JsonProperty("_id") UUID documentId,
        UUID id,
        UUID userId,
        @Nullable String publicId,
        String name,
        @Nullable String phone,
        Role role,
        String userType,
        boolean verified,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        Instant createdAt,
        Instant updatedAt) {

    static PhoneUser of(Account account) {
        return new PhoneUser(
                account.id(),
                account.id(),
                account.id(),
                account.value(IdentifierKind.USER_ID),
                account.displayName(),
                account.value(IdentifierKind.PHONE),
                account.role(),
                account.role().name(),
                account.isProved(IdentifierKind.PHONE),
                account.patientId(),
                account.doctorId(),
                account.createdAt(),
                account.updatedAt());
    }

    @Override
    public String toString() {
        return "PhoneUser " + id;
    }
}
