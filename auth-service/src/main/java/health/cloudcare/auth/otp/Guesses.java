package health.cloudcare.auth.otp;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.delivery.Destination;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Compares guesses with codes. The table counts a guess before it is compared, in a transaction of its own, so that any
 * number of guesses at the same moment gets no more comparisons than as many one after the other.
 */
@ApplicationScoped
class Guesses {

    private static final String COUNT = """
            UPDATE otp_challenges SET tries = tries + 1, total_tries = total_tries + 1
            WHERE %s = ?1 AND purpose = ?2 AND consumed_at IS NULL AND superseded_at IS NULL
              AND expires_at > ?3 AND tries < ?4 AND total_tries < ?5
            RETURNING id, account_id, destination_hash, code_hash
            """;

    private static final String BY_ID = COUNT.formatted("id");
    private static final String BY_ACCOUNT = COUNT.formatted("account_id");

    private static final String CONSUME = """
            UPDATE otp_challenges SET consumed_at = ?1
            WHERE id = ?2 AND code_hash = ?3 AND consumed_at IS NULL AND superseded_at IS NULL AND expires_at > ?1
            RETURNING id
            """;

    private static final String REVOKE = """
            UPDATE otp_challenges SET superseded_at = ?1
            WHERE account_id = ?2 AND purpose = ?3 AND consumed_at IS NULL AND superseded_at IS NULL
            RETURNING id
            """;

    private final KeyedHash hash;
    private final OtpConfig config;
    private final Clock clock;

    Guesses(KeyedHash hash, OtpConfig config, Clock clock) {
        this.hash = hash;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Guess> ofChallenge(UUID challengeId, Purpose purpose, String code, @Nullable Destination destination) {
        return compared(BY_ID, challengeId, purpose, code, destination);
    }

    @WithTransaction
    Uni<Guess> ofAccount(UUID accountId, Purpose purpose, String code) {
        return compared(BY_ACCOUNT, accountId, purpose, code, null);
    }

    private Uni<Guess> compared(
            String count, UUID id, Purpose purpose, String code, @Nullable Destination destination) {
        return Panache.getSession()
                .chain(database -> database.createNativeQuery(count, Object[].class)
                        .setParameter(1, id)
                        .setParameter(2, purpose.name())
                        .setParameter(3, clock.instant())
                        .setParameter(4, config.tries())
                        .setParameter(5, config.totalTries())
                        .getSingleResultOrNull())
                .map(row -> row == null ? Guess.Refused.GONE : compare(row, code, destination));
    }

    private Guess compare(Object[] row, String code, @Nullable Destination destination) {
        UUID challengeId = (UUID) row[0];
        String codeHash = String.valueOf(row[3]);
        boolean right = isEqual(codeHash, hash.ofCode(challengeId, code.strip()));
        if (destination != null && !isEqual(String.valueOf(row[2]), hash.ofDestination(destination))) {
            return Guess.Refused.SENT_ELSEWHERE;
        }
        return right ? new Guess.Right(challengeId, (UUID) row[1], codeHash) : Guess.Refused.WRONG;
    }

    /** False when the code was used or replaced since it was guessed. */
    Uni<Boolean> consume(Guess.Right guess) {
        return changed(CONSUME, guess.challengeId(), guess.codeHash()).map(rows -> rows == 1);
    }

    Uni<Void> revoke(UUID accountId, Purpose purpose) {
        return changed(REVOKE, accountId, purpose.name()).replaceWithVoid();
    }

    private Uni<Integer> changed(String update, UUID id, String what) {
        return Panache.getSession()
                .chain(database -> database.createNativeQuery(update, UUID.class)
                        .setParameter(1, clock.instant())
                        .setParameter(2, id)
                        .setParameter(3, what)
                        .getResultList())
                .map(List::size);
    }

    /** In constant time. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
