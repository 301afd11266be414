package health.cloudcare.auth.identifier;

import java.util.stream.Stream;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A further name for the account; it takes the place of the one of its kind that is there.
 *
 * @param currentPassword required when the account has one: whoever can add an address can reset the password
 */
record AddIdentifierRequest(
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @Size(min = 3, max = 20) @Nullable String phone,

        @Pattern(regexp = Usernames.FORM, message = Usernames.RULE) @Nullable
        String username,

        @Size(max = 256) @Nullable String currentPassword) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "give exactly one of email, phone and username")
    boolean isOneIdentifier() {
        return Stream.of(email == null, phone == null, username == null)
                        .filter(missing -> !missing)
                        .count()
                == 1;
    }

    @Override
    public String toString() {
        return "***";
    }
}
