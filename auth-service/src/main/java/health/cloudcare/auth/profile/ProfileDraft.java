package health.cloudcare.auth.profile;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a profile needs of a signup: its members beside the account's id.
 *
 * @param hospitalId of a doctor: the hospital whose code was given
 * @param signup the signup as it was received; a password in it is never written to JSON
 */
public record ProfileDraft(
        UUID accountId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID hospitalId,
        @JsonUnwrapped Object signup) {

    @Override
    public String toString() {
        return "ProfileDraft of account " + accountId;
    }
}
