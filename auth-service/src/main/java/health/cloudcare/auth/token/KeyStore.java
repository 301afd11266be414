package health.cloudcare.auth.token;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.token.KeyRows.Stored;
import health.cloudcare.auth.token.KeySchedule.Change;

/** The keys in the database, shared by all replicas, and the way from there into this one's memory. */
@Singleton
class KeyStore {

    private final Pool pool;
    private final KeyRows rows;
    private final PrivateKeySeal seal;
    private final KeyRing ring;
    private final Clock clock;

    KeyStore(Pool pool, KeyRows rows, PrivateKeySeal seal, KeyRing ring, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.seal = seal;
        this.ring = ring;
        this.clock = clock;
    }

    /** The life of every key there has been, by id, oldest first. */
    Uni<Map<String, KeyLife>> lives() {
        return rows.all(pool).map(KeyStore::lives);
    }

    /** Brings what this replica knows up to date. */
    Uni<Void> reload() {
        return rows.all(pool).invoke(stored -> ring.replace(open(stored))).replaceWithVoid();
    }

    Uni<Void> erase() {
        return rows.erase(pool, clock.instant());
    }

    /**
     * Adds a key where the schedule has a place for it, alone among all replicas, and reloads.
     *
     * @param place what the new key changes, by the keys there are and the time; empty to leave everything as it is
     */
    Uni<Void> add(RsaKeyPair pair, Function<Moment, Optional<Change>> place) {
        return pool.withTransaction(transaction -> rows.lock(transaction)
                        .chain(() -> rows.all(transaction))
                        // never add a key sealed with one master key to those sealed with another
                        .invoke(this::open)
                        .map(stored -> place.apply(new Moment(lives(stored), now())))
                        .chain(change -> change.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : apply(transaction, pair, change.get())))
                .chain(this::reload);
    }

    record Moment(Map<String, KeyLife> keys, Instant now) {}

    private Uni<Void> apply(SqlConnection transaction, RsaKeyPair pair, Change change) {
        String id = pair.id();
        byte[] sealed = seal.seal(id, pair.privateKey());
        return Multi.createFrom()
                .iterable(change.changed().entrySet())
                .onItem()
                .transformToUniAndConcatenate(key -> rows.end(transaction, key.getKey(), key.getValue()))
                .collect()
                .asList()
                .chain(() -> rows.insert(transaction, id, JsonWebKeys.json(pair.publicKey()), sealed, change.added()))
                .chain(() -> rows.erase(transaction, now()));
    }

    private List<SigningKey> open(List<Stored> stored) {
        return stored.stream()
                .map(row -> new SigningKey(row.id(), JsonWebKeys.parse(row.publicJwk()), privateKey(row), row.life()))
                .toList();
    }

    private @Nullable PrivateKey privateKey(Stored row) {
        byte[] sealed = row.sealedPrivateKey();
        if (sealed == null) {
            return null;
        }
        return ring.find(row.id())
                .flatMap(known -> Optional.ofNullable(known.privateKey()))
                .orElseGet(() -> seal.open(row.id(), sealed));
    }

    private static Map<String, KeyLife> lives(List<Stored> stored) {
        Map<String, KeyLife> lives = new LinkedHashMap<>();
        stored.forEach(row -> lives.put(row.id(), row.life()));
        return lives;
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
