package health.cloudcare.auth.login;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param aadhar the Aadhaar number, possibly with spaces, instead of the e-mail address
 * @param role when given, the account must have it
 */
record LoginRequest(
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 20) @Nullable String aadhar,
        @NotNull @Size(min = 8, max = 256) String password,
        @Size(max = 20) @Nullable String role) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "give either email or aadhar")
    boolean isOneIdentifier() {
        return isBlank(email) != isBlank(aadhar);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @Override
    public String toString() {
        return "***";
    }
}
