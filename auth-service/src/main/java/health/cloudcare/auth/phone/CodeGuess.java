package health.cloudcare.auth.phone;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.otp.Guess;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;

/** Turns a right code into what it was asked for: once, in one transaction, with the account locked. */
@ApplicationScoped
class CodeGuess {

    private final OneTimeCodes codes;
    private final Accounts accounts;
    private final PhoneNumbers numbers;
    private final CodeLimits limits;

    CodeGuess(OneTimeCodes codes, Accounts accounts, PhoneNumbers numbers, CodeLimits limits) {
        this.codes = codes;
        this.accounts = accounts;
        this.numbers = numbers;
        this.limits = limits;
    }

    /** @param transactionId as the client has it; what is none of ours has expired, as far as it is concerned */
    <T> Uni<T> redeem(String transactionId, Purpose purpose, VerifyRequest request, Function<Account, Uni<T>> use) {
        UUID challengeId = id(transactionId);
        return limits.beforeGuess()
                .chain(() -> codes.guess(challengeId, purpose, request.otp(), request.destination(numbers)))
                .chain(guess -> switch (guess) {
                    case Guess.Right right -> used(right, use);
                    case Guess.Refused refused -> Uni.createFrom().failure(PhoneProblems.refused(refused));
                });
    }

    private <T> Uni<T> used(Guess.Right right, Function<Account, Uni<T>> use) {
        return Panache.withTransaction(() -> codes.consume(right)
                .invoke(PhoneProblems::requireUnused)
                .chain(() -> accounts.lock(right.accountId()))
                .chain(account -> {
                    if (account == null) {
                        throw PhoneProblems.notFound();
                    }
                    return use.apply(account);
                }));
    }

    private static UUID id(String transactionId) {
        try {
            return UUID.fromString(transactionId);
        } catch (IllegalArgumentException e) {
            throw PhoneProblems.expired();
        }
    }
}
