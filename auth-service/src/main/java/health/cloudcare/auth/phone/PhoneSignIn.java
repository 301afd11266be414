package health.cloudcare.auth.phone;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.otp.CodeRequest;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.session.Sessions;

/** Signs people in by a code sent to their telephone. That a number is unknown is documented to be told. */
@ApplicationScoped
class PhoneSignIn {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final CodeGuess guess;
    private final Sessions sessions;
    private final CodeLimits limits;

    PhoneSignIn(Accounts accounts, OneTimeCodes codes, CodeGuess guess, Sessions sessions, CodeLimits limits) {
        this.accounts = accounts;
        this.codes = codes;
        this.guess = guess;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** The id under which the code is expected. */
    Uni<UUID> start(String phone) {
        return of(phone)
                .chain(account -> codes.send(CodeRequest.of(account.id(), Purpose.SIGN_IN, Destination.phone(phone))));
    }

    Uni<UUID> sendAgain(String phone) {
        return of(phone)
                .chain(account ->
                        codes.send(CodeRequest.again(account.id(), Purpose.SIGN_IN, Destination.phone(phone))));
    }

    Uni<SignedIn> verify(String transactionId, VerifyRequest request) {
        return guess.redeem(
                transactionId, Purpose.SIGN_IN, request, account -> sessions.openWithCookie(requireActive(account))
                        .map(session -> new SignedIn(account, session)));
    }

    private Uni<Account> of(String phone) {
        return limits.beforeCode(Destination.phone(phone))
                .chain(() -> Panache.withSession(() -> accounts.named(IdentifierKind.PHONE, phone)))
                .map(PhoneSignIn::requireActive);
    }

    private static Account requireActive(@Nullable Account account) {
        if (account == null) {
            throw PhoneProblems.notFound();
        }
        if (account.isLocked()) {
            throw PhoneProblems.locked();
        }
        if (!account.isActive() || !account.isProved(IdentifierKind.PHONE)) {
            throw PhoneProblems.notVerified();
        }
        return account;
    }
}
