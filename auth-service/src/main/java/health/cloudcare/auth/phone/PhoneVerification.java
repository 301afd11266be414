package health.cloudcare.auth.phone;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.session.Sessions;
import health.cloudcare.auth.signup.SignupSteps;

/** Makes the account of a proved telephone number active, and signs its owner in. */
@ApplicationScoped
class PhoneVerification {

    private final CodeGuess guess;
    private final SignupSteps steps;
    private final Sessions sessions;
    private final Clock clock;

    PhoneVerification(CodeGuess guess, SignupSteps steps, Sessions sessions, Clock clock) {
        this.guess = guess;
        this.steps = steps;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<SignedIn> verify(String transactionId, VerifyRequest request) {
        return guess.redeem(transactionId, Purpose.SIGN_UP, request, this::activated);
    }

    private Uni<SignedIn> activated(Account account) {
        Instant now = clock.instant();
        // a code of the e-mail registration proves no telephone
        if (!account.awaitsCode(now) || account.value(IdentifierKind.PHONE) == null) {
            throw PhoneProblems.expired();
        }
        account.prove(IdentifierKind.PHONE, now);
        return steps.activate(account)
                .chain(() -> sessions.openWithCookie(account))
                .map(session -> new SignedIn(account, session));
    }
}
