package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/**
 * The user as all documented clients read it; the id of the role's profile is always there.
 *
 * @param isVerified of a patient: an address or phone is proved; of a doctor or hospital: somebody vouched for them
 */
public record UserResponse(
        UUID id,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String userId,
        Role role,
        String userType,
        String name,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        @Nullable String aadharUid,
        @Nullable String hospitalCode,
        @Nullable String mobileNo,
        @Nullable String address,
        boolean isVerified,
        boolean isActive,
        @Nullable Instant lastLogin,
        Instant createdAt,
        Instant updatedAt) {

    public static UserResponse of(Account account) {
        return new UserResponse(
                account.id(),
                account.value(IdentifierKind.EMAIL),
                account.value(IdentifierKind.PHONE),
                account.value(IdentifierKind.USERNAME),
                account.value(IdentifierKind.USER_ID),
                account.role(),
                account.role().name(),
                account.displayName(),
                account.patientId(),
                account.doctorId(),
                account.hospitalId(),
                account.value(IdentifierKind.AADHAAR_UID),
                account.hospitalCode(),
                account.mobileNo(),
                account.address(),
                account.isShownAsVerified(),
                account.isActive(),
                account.lastLoginAt(),
                account.createdAt(),
                account.updatedAt());
    }

    @Override
    public String toString() {
        return "UserResponse " + id;
    }
}
