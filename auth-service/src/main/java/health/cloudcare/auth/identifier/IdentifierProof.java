package health.cloudcare.auth.identifier;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.delivery.SecurityNotices;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.otp.CodeRequest;
import health.cloudcare.auth.otp.Guess;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;

/**
 * Adds an address or a number to an account once a code sent there comes back. Whether it belongs to somebody else is told to
 * those alone who proved to hold it.
 */
@ApplicationScoped
class IdentifierProof {

    private final OwnIdentifiers own;
    private final OneTimeCodes codes;
    private final CodeLimits limits;
    private final SecurityNotices notices;

    IdentifierProof(OwnIdentifiers own, OneTimeCodes codes, CodeLimits limits, SecurityNotices notices) {
        this.own = own;
        this.codes = codes;
        this.limits = limits;
        this.notices = notices;
    }

    /** The id under which the code is expected. */
    Uni<UUID> ask(Destination destination) {
        return own.account()
                .invoke(account -> requireNew(account, destination))
                .call(account -> codes.requirePause(account.id(), Purpose.IDENTIFIER))
                .call(account -> limits.beforeCode(destination))
                .chain(account -> codes.send(CodeRequest.of(account.id(), Purpose.IDENTIFIER, destination)))
                .call(challengeId -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(database -> database.persist(new PendingIdentifier(challengeId, destination)))));
    }

    Uni<Account> prove(UUID challengeId, String otp) {
        return own.account().call(account -> limits.beforeGuess()).chain(before -> codes.guess(
                        challengeId, Purpose.IDENTIFIER, otp, null)
                .map(guess -> requireOwn(guess, before))
                .chain(this::added)
                .invoke(after -> notices.identifierAdded(before)));
    }

    private Uni<Account> added(Guess.Right right) {
        return Panache.withTransaction(() -> codes.consume(right)
                .chain(consumed -> Panache.getSession())
                .chain(database -> database.find(PendingIdentifier.class, right.challengeId()))
                .chain(proved -> {
                    if (proved == null) {
                        throw IdentifierProblems.codeRefused();
                    }
                    return own.add(right.accountId(), proved);
                }));
    }

    private static Guess.Right requireOwn(Guess guess, Account account) {
        if (guess instanceof Guess.Right right && right.accountId().equals(account.id())) {
            return right;
        }
        throw IdentifierProblems.codeRefused();
    }

    private static void requireNew(Account account, Destination destination) {
        IdentifierKind kind = PendingIdentifier.kindOf(destination);
        String value = account.value(kind);
        if (value != null && kind.key(value).equals(destination.key()) && account.isProved(kind)) {
            throw IdentifierProblems.alreadyYours();
        }
    }
}
