package health.cloudcare.auth.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in needs before the password is checked; not the whole account, which most attempts never get to see.
 *
 * @param passwordHash null for whoever signs in by codes
 * @param active whether its owner may sign in at all
 */
public record Credential(UUID accountId, @Nullable String passwordHash, boolean active) {

    @Override
    public String toString() {
        return "Credential of account " + accountId;
    }
}
