package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Reads the heads where they are kept apart and compares every one of them with the log. Not only the newest: a log that was set
 * back and went on has a newest head that fits it.
 */
@ApplicationScoped
class ApartHeads {

    /** With the rest of a call, less than quarkus.http.idle-timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /** What is not in the log (any more) is not found here: its absence shows in the chain. */
    private static final String CONTRADICTED = """
            SELECT claim.number
              FROM unnest($1::uuid[], $2::bigint[], $3::text[]) WITH ORDINALITY
                   AS claim (patient_id, sequence, hash, number)
              LEFT JOIN access_log entry USING (patient_id, sequence)
              LEFT JOIN access_log_anchor anchor USING (patient_id, sequence)
             WHERE encode(coalesce(entry.hash, anchor.hash), 'hex') <> claim.hash
            """;

    private final String bootstrapServers;
    private final Pool pool;
    private final ChainSeals seals;
    private final Clock clock;

    ApartHeads(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Pool pool,
            ChainSeals seals,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.pool = pool;
        this.seals = seals;
        this.clock = clock;
    }

    /** What they say of the patients of a range. */
    Uni<ApartEvidence> of(PatientRange range) {
        Instant deadline = clock.instant().plus(PATIENCE);
        return blocking(() -> HeadTopic.open(bootstrapServers)).chain(topic -> readAll(topic, range, deadline)
                .eventually(() -> blocking(() -> {
                    topic.close();
                    return true;
                })));
    }

    private Uni<ApartEvidence> readAll(HeadTopic topic, PatientRange range, Instant deadline) {
        ApartEvidence evidence = new ApartEvidence(seals);
        return Multi.createBy()
                .repeating()
                .uni(() -> blocking(() -> next(topic, range, deadline))
                        .invoke(poll -> evidence.learn(poll.claims()))
                        .call(poll -> contradicted(poll.claims())
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(evidence::contradict)))
                .whilst(poll -> !poll.last())
                .collect()
                .last()
                .replaceWith(evidence);
    }

    private record Poll(List<SealedPoint> claims, boolean last) {}

    private Poll next(HeadTopic topic, PatientRange range, Instant deadline) {
        if (clock.instant().isAfter(deadline)) {
            throw ProblemType.UNAVAILABLE.retryAfter(RETRY_AFTER, "The heads of the log cannot be read just now.");
        }
        return topic.isRead() ? new Poll(List.of(), true) : new Poll(topic.next(range), false);
    }

    private Uni<List<SealedPoint>> contradicted(List<SealedPoint> claims) {
        if (claims.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(CONTRADICTED)
                .execute(Tuple.of(
                        claims.stream().map(SealedPoint::patientId).toArray(UUID[]::new),
                        claims.stream().map(SealedPoint::sequence).toArray(Long[]::new),
                        claims.stream().map(claim -> claim.hash().hex()).toArray(String[]::new)))
                .map(rows -> {
                    List<SealedPoint> found = new ArrayList<>();
                    rows.forEach(row -> found.add(claims.get(row.getInteger(0) - 1)));
                    return found;
                });
    }

    private static <T> Uni<T> blocking(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
