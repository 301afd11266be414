package health.cloudcare.auth.identifier;

import java.util.Set;
import java.util.stream.Stream;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;

/** In which ways the owner of an account gets in, so that nobody locks themselves out. */
final class SignInWays {

    /** The other kinds are given by us, and nobody need remember them. */
    private static final Set<IdentifierKind> CHOSEN =
            Set.of(IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.USERNAME);

    private SignInWays() {}

    static boolean isChosen(IdentifierKind kind) {
        return CHOSEN.contains(kind);
    }

    static boolean mayLose(Account account, IdentifierKind kind) {
        return isChosen(kind)
                && left(account, kind)
                        .anyMatch(other -> account.passwordHash() != null
                                || other == IdentifierKind.PHONE && account.isProved(other));
    }

    private static Stream<IdentifierKind> left(Account account, IdentifierKind kind) {
        return CHOSEN.stream().filter(other -> other != kind && account.value(other) != null);
    }
}
