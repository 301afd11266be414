package health.cloudcare.auth.login;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.IdentifierKind;

/**
 * A password and exactly one name. How long passwords must be is no concern of a sign-in: a short one is a wrong one.
 *
 * @param aadhar the Aadhaar number, possibly with spaces
 * @param username a user id, e-mail address, telephone number or user name
 * @param role when given, the account must have it
 */
record LoginRequest(
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 20) @Nullable String aadhar,
        @Size(max = 254) @Nullable String username,
        @NotBlank @Size(max = 256) String password,
        @Size(max = 20) @Nullable String role) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "give exactly one of email, aadhar and username")
    boolean isOneIdentifier() {
        return Stream.of(email, aadhar, username).filter(LoginRequest::isGiven).count() == 1;
    }

    Optional<String> aadhaarNumber() {
        return Optional.ofNullable(aadhar).filter(LoginRequest::isGiven);
    }

    /** What is typed as an e-mail address is one; anything else may be any kind of name. */
    IdentifierKind kind() {
        if (isGiven(aadhar)) {
            return IdentifierKind.AADHAAR_UID;
        }
        return isGiven(email) ? IdentifierKind.EMAIL : IdentifierKind.meantBy(name());
    }

    String name() {
        return Stream.of(email, aadhar, username)
                .filter(LoginRequest::isGiven)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "***";
    }
}
