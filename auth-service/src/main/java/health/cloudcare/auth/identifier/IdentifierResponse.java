package health.cloudcare.auth.identifier;

import java.util.List;
import java.util.stream.Stream;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;

/**
 * One name of an account.
 *
 * @param id its kind, of which an account has one at most
 * @param isProved whether a code sent there came back
 */
record IdentifierResponse(String id, IdentifierKind kind, String value, boolean isProved, boolean isRemovable) {

    record All(boolean success, List<IdentifierResponse> identifiers, boolean hasPassword) {

        static All of(Account account) {
            List<IdentifierResponse> all = Stream.of(IdentifierKind.values())
                    .filter(kind -> account.value(kind) != null)
                    .map(kind -> IdentifierResponse.of(account, kind))
                    .toList();
            return new All(true, all, account.passwordHash() != null);
        }
    }

    static IdentifierResponse of(Account account, IdentifierKind kind) {
        return new IdentifierResponse(
                kind.name(),
                kind,
                String.valueOf(account.value(kind)),
                account.isProved(kind),
                SignInWays.mayLose(account, kind));
    }

    @Override
    public String toString() {
        return "IdentifierResponse " + kind;
    }
}
