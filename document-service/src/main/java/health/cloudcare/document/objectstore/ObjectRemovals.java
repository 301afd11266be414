package health.cloudcare.document.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/**
 * The objects that are to go. Before an object is stored its key stands here, and leaves with the transaction of the record that
 * needs it: whatever fails in between, the object goes once it is due.
 */
@ApplicationScoped
public class ObjectRemovals {

    /** How long an upload may take from its first byte in the store to its record; the store's client gives up far sooner. */
    static final Duration TIME_TO_STORE = Duration.ofMinutes(15);

    /** What a failed removal waits for the next one. */
    private static final Duration BACK_OFF = Duration.ofMinutes(1);

    private static final String RESERVE =
            "INSERT INTO object_to_remove (object_key, due_at) VALUES (?1, ?2) RETURNING object_key";

    /** Not once a removal has begun: nobody knows how far that is. */
    private static final String KEEP =
            "DELETE FROM object_to_remove WHERE object_key = ?1 AND attempts = 0 RETURNING object_key";

    private static final String ADD = """
            INSERT INTO object_to_remove (object_key, due_at) VALUES (?1, ?2)
            ON CONFLICT (object_key) DO UPDATE SET due_at = excluded.due_at
            RETURNING object_key
            """;

    /** Out of sight of other replicas, and of the next run, for as long as it is worked on. */
    private static final String CLAIM = """
            UPDATE object_to_remove SET due_at = ?2, attempts = attempts + 1
             WHERE object_key IN (SELECT object_key FROM object_to_remove
                                   WHERE due_at <= ?1 ORDER BY due_at LIMIT ?3 FOR UPDATE SKIP LOCKED)
            RETURNING object_key
            """;

    private static final String DONE = "DELETE FROM object_to_remove WHERE object_key = ?1 RETURNING object_key";

    /** The key of an object about to be stored. */
    @WithTransaction
    public Uni<String> reserve(Instant now) {
        return query(RESERVE, UUID.randomUUID().toString(), now.plus(TIME_TO_STORE))
                .map(List::getFirst);
    }

    /** Within the transaction of the record that needs the object. False when it took too long. */
    public Uni<Boolean> keep(String key) {
        return query(KEEP, key).map(kept -> !kept.isEmpty());
    }

    /** An object that is in the store, and that no record will need. */
    @WithTransaction
    public Uni<Void> giveUp(String key, Instant now) {
        return add(key, now);
    }

    /** Within the transaction that removes the last record that needs the object. */
    public Uni<Void> add(String key, Instant now) {
        return query(ADD, key, now).replaceWithVoid();
    }

    /** The next objects to remove, for the caller alone. */
    @WithTransaction
    Uni<List<String>> claim(Instant now, int limit) {
        return query(CLAIM, now, now.plus(BACK_OFF), limit);
    }

    @WithTransaction
    Uni<Void> done(String key) {
        return query(DONE, key).replaceWithVoid();
    }

    /** Rows come back from each, so that it counts as a query: Hibernate Reactive complains about native updates at every commit. */
    private static Uni<List<String>> query(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, String.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        });
    }
}
