package health.cloudcare.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.quarkus.redis.datasource.sortedset.ScoreRange;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the gateways which sessions ended while tokens of theirs are still valid: a sorted set in Redis, scored with the
 * time of the revocation. A second key says that the set is complete; when Redis lost both, they are written anew, and until
 * then the gateways ask this service.
 */
@ApplicationScoped
public class Revocations {

    static final String SET = "cloudcare:revocations";
    static final String READY = "cloudcare:revocations:ready";

    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final String UNANNOUNCED =
            "SELECT session_id, revoked_at FROM revoked_sessions WHERE announced_at IS NULL AND revoked_at > ?1 LIMIT 1000";
    private static final String RECENT = "SELECT session_id, revoked_at FROM revoked_sessions WHERE revoked_at > ?1";
    private static final String ANNOUNCED = "UPDATE revoked_sessions SET announced_at = ?1 WHERE session_id IN (?2)";
    private static final String FORGET = "DELETE FROM revoked_sessions WHERE revoked_at < ?1";

    private final ReactiveRedisDataSource redis;
    private final ReactiveSortedSetCommands<String, String> sets;
    private final Duration remembered;
    private final Clock clock;

    Revocations(
            ReactiveRedisDataSource redis,
            @ConfigProperty(name = "cloudcare.token.access-lifetime") Duration accessLifetime,
            Clock clock) {
        this.redis = redis;
        this.sets = redis.sortedSet(String.class);
        this.remembered = accessLifetime.plus(MARGIN);
        this.clock = clock;
    }

    /** Call it once the transaction that ended sessions is committed. Does not fail: the job goes on. */
    public Uni<Void> announce() {
        return publish(UNANNOUNCED)
                .chain(this::markAnnounced)
                .onFailure()
                .invoke(failure -> LOG.warnf("Ended sessions are not announced yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepComplete() {
        return redis.key(String.class)
                .exists(READY)
                .chain(complete -> complete ? announce() : announceEverything())
                .onFailure()
                .recoverWithNull(); // Redis is away; the gateways notice as well
    }

    private Uni<Void> announceEverything() {
        return publish(RECENT)
                .chain(this::markAnnounced)
                .chain(() ->
                        redis.value(String.class).set(READY, clock.instant().toString()))
                .invoke(() -> LOG.info("The set of ended sessions is complete in Redis"));
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        Instant before = clock.instant().minus(remembered);
        return sets.zremrangebyscore(SET, ScoreRange.from(0, before.toEpochMilli()))
                .onFailure()
                .recoverWithItem(0L)
                .chain(() -> Panache.withTransaction(
                        () -> Panache.getSession().chain(database -> database.createNativeQuery(FORGET)
                                .setParameter(1, before)
                                .executeUpdate())))
                .replaceWithVoid();
    }

    private Uni<List<UUID>> publish(String query) {
        return Panache.withSession(
                        () -> Panache.getSession().chain(database -> database.createNativeQuery(query, Object[].class)
                                .setParameter(1, clock.instant().minus(remembered))
                                .getResultList()))
                .chain(rows -> {
                    Map<String, Double> scores = new HashMap<>();
                    rows.forEach(row -> scores.put(
                            row[0].toString(), (double) instant(row[1]).toEpochMilli()));
                    List<UUID> ids = rows.stream().map(row -> (UUID) row[0]).toList();
                    return scores.isEmpty()
                            ? Uni.createFrom().item(ids)
                            : sets.zadd(SET, scores).replaceWith(ids);
                });
    }

    private Uni<Void> markAnnounced(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(database -> database.createNativeQuery(ANNOUNCED)
                                .setParameter(1, clock.instant())
                                .setParameter(2, ids)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private static Instant instant(Object timestamp) {
        return timestamp instanceof java.time.OffsetDateTime offset ? offset.toInstant() : (Instant) timestamp;
    }
}
