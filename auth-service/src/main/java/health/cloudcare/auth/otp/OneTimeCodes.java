package health.cloudcare.auth.otp;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.delivery.Delivery;
import health.cloudcare.auth.delivery.DeliveryProblems;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.delivery.Outcome;

/**
 * One-time codes: six digits that prove to receive messages somewhere. One code is open for an account and purpose; it is good
 * for one use, a few tries and some minutes.
 */
@ApplicationScoped
public class OneTimeCodes {

    private final OtpChallenges challenges;
    private final Guesses guesses;
    private final Delivery delivery;

    OneTimeCodes(OtpChallenges challenges, Guesses guesses, Delivery delivery) {
        this.challenges = challenges;
        this.guesses = guesses;
        this.delivery = delivery;
    }

    /**
     * Sends a code, outside any transaction. Fails with 429 when the last one is too fresh, with 503 {@code SMS_ERROR} or
     * {@code EMAIL_ERROR} when nothing can be sent, and with 422 when nobody can be reached there; after the latter two
     * another code may be asked for at once.
     *
     * @return the id of the challenge
     */
    public Uni<UUID> send(CodeRequest request) {
        return challenges.issue(request).chain(issued -> delivered(request, issued));
    }

    /** Fails with 429 when {@link #send} would, without sending anything. */
    public Uni<Void> requirePause(UUID accountId, Purpose purpose) {
        return challenges.requirePause(accountId, purpose);
    }

    /**
     * Compares a guess with the code of that challenge, outside any transaction, as a failure of the caller's must not give the
     * try back.
     *
     * @param destination where the caller says it was sent, or null
     */
    public Uni<Guess> guess(UUID challengeId, Purpose purpose, String code, @Nullable Destination destination) {
        return guesses.ofChallenge(challengeId, purpose, code, destination);
    }

    /** The same for the code that is open for an account; for one that is not there the same work is done. */
    public Uni<Guess> guessOf(@Nullable UUID accountId, Purpose purpose, String code) {
        return guesses.ofAccount(accountId == null ? UUID.randomUUID() : accountId, purpose, code);
    }

    /** Uses the code up, within the caller's transaction; false when somebody did so before. */
    public Uni<Boolean> consume(Guess.Right guess) {
        return guesses.consume(guess);
    }

    /** Makes the account's open code of that purpose worthless, within the caller's transaction. */
    public Uni<Void> revoke(UUID accountId, Purpose purpose) {
        return guesses.revoke(accountId, purpose);
    }

    private Uni<UUID> delivered(CodeRequest request, IssuedCode issued) {
        Destination destination = request.destination();
        Map<String, String> parameters = Map.of(
                "code",
                issued.code(),
                "valid_minutes",
                Long.toString(issued.lifetime().toMinutes()));
        return delivery.send(destination, request.purpose().template(), parameters)
                .chain(outcome -> outcome == Outcome.SENT
                        ? Uni.createFrom().item(issued.challengeId())
                        : challenges.notSent(issued.challengeId()).chain(() -> Uni.createFrom()
                                .failure(problem(outcome, destination))));
    }

    private static RuntimeException problem(Outcome outcome, Destination destination) {
        return outcome == Outcome.UNDELIVERABLE
                ? DeliveryProblems.undeliverable(destination.channel())
                : DeliveryProblems.unavailable(destination.channel());
    }
}
