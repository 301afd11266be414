package health.cloudcare.auth.otp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Accounts;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.problem.ProblemType;

/** Issues codes: at most one is open for an account and purpose, and the next comes after a pause. */
@ApplicationScoped
class OtpChallenges implements PanacheRepositoryBase<OtpChallenge, UUID> {

    private static final Logger LOG = Logger.getLogger(OtpChallenges.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final String OPEN =
            "from OtpChallenge where accountId = ?1 and purpose = ?2 and supersededAt is null and consumedAt is null";

    private final Accounts accounts;
    private final KeyedHash hash;
    private final OtpConfig config;
    private final Clock clock;

    OtpChallenges(Accounts accounts, KeyedHash hash, OtpConfig config, Clock clock) {
        this.accounts = accounts;
        this.hash = hash;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<IssuedCode> issue(CodeRequest request) {
        // one code at a time for an account
        return accounts.lock(request.accountId()).chain(account -> {
            if (account == null) {
                throw ProblemType.NOT_FOUND.problem("This account is gone.");
            }
            return open(request.accountId(), request.purpose())
                    .invoke(this::requirePause)
                    .chain(last -> issue(request, last));
        });
    }

    /** Fails with 429 while the last code is too fresh. */
    @WithSession
    Uni<Void> requirePause(UUID accountId, Purpose purpose) {
        return open(accountId, purpose).invoke(this::requirePause).replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> notSent(UUID challengeId) {
        return findById(challengeId)
                .invoke(challenge -> {
                    if (challenge != null) {
                        challenge.notSent();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<@Nullable OtpChallenge> open(UUID accountId, Purpose purpose) {
        return find(OPEN, accountId, purpose).firstResult();
    }

    private void requirePause(@Nullable OtpChallenge last) {
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.nextCodeAt(config))) {
            throw ProblemType.TOO_MANY_REQUESTS.retryAfter(
                    Duration.between(now, last.nextCodeAt(config)),
                    "A code was sent a moment ago. Ask for another one a little later.");
        }
    }

    private Uni<IssuedCode> issue(CodeRequest request, @Nullable OtpChallenge last) {
        if (last != null && request.renewing()) {
            return Uni.createFrom().item(code(last, request));
        }
        Instant now = clock.instant();
        OtpChallenge next = new OtpChallenge(UuidV7.at(now), request.accountId(), request.purpose(), now);
        if (last == null) {
            IssuedCode issued = code(next, request);
            return persist(next).replaceWith(issued);
        }
        last.supersede(next, now);
        IssuedCode issued = code(next, request);
        // the table allows one open challenge, so the old one must be closed before the new one is inserted
        return flush().chain(() -> persist(next)).replaceWith(issued);
    }

    private IssuedCode code(OtpChallenge challenge, CodeRequest request) {
        Instant now = clock.instant();
        Duration lifetime = config.lifetime(request.destination().channel());
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        challenge.expect(
                hash.ofCode(challenge.id(), code),
                request.destination().channel(),
                hash.ofDestination(request.destination()),
                now,
                now.plus(lifetime));
        return new IssuedCode(challenge.id(), code, lifetime);
    }

    @Scheduled(every = "{cloudcare.otp.purge-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> purge() {
        Instant before = clock.instant().minus(config.keptFor());
        return delete("expiresAt < ?1 or consumedAt < ?1 or supersededAt < ?1", before)
                .invoke(deleted -> LOG.debugf("%d codes of the past are deleted", deleted))
                .replaceWithVoid();
    }
}
