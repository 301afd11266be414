package health.cloudcare.auth.signup;

import java.util.UUID;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

import static java.util.Objects.requireNonNullElse;

/** A name that somebody asked for belongs to an account already. Each surface tells it in its documented way. */
public final class IdentifierTakenException extends RuntimeException {

    private final UUID accountId;
    private final String userId;
    private final Role role;
    private final boolean awaitingCode;

    IdentifierTakenException(Account account, boolean awaitingCode) {
        super("an identifier belongs to account " + account.id());
        this.accountId = account.id();
        this.userId = requireNonNullElse(account.value(IdentifierKind.USER_ID), "");
        this.role = account.role();
        this.awaitingCode = awaitingCode;
    }

    public UUID accountId() {
        return accountId;
    }

    /** The public id, or nothing. */
    public String userId() {
        return userId;
    }

    public Role role() {
        return role;
    }

    /** Whether that account is not active yet: its owner may ask for another code. */
    public boolean isAwaitingCode() {
        return awaitingCode;
    }
}
