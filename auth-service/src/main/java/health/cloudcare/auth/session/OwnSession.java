package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.UUID;

import health.cloudcare.auth.account.Account;

/** The session a request is made in, and its account. */
public record OwnSession(Account account, UUID id, Instant createdAt, Instant expiresAt) {

    @Override
    public String toString() {
        return "OwnSession " + id;
    }
}
