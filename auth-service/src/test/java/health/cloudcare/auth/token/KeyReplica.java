package health.cloudcare.auth.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

import health.cloudcare.servicekit.secret.SecretValue;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The keys of one auth-service of several on one database. */
record KeyReplica(Pool database, KeyStore store, KeyRing ring, KeyRotation rotation, KeyUpkeep upkeep) {

    static final Duration PROPAGATION = Duration.ofMinutes(6);
    static final Duration LIFETIME = Duration.ofMinutes(30);
    static final String MASTER_KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    private static final Vertx VERTX = Vertx.vertx();

    private record Config(Duration propagation, String rotateEvery, Duration reloadEvery) implements SigningKeyConfig {}

    /** A schema of its own on the shared server, with the table as Flyway makes it. */
    static Pool freshDatabase() {
        String schema = "keys_" + UUID.randomUUID().toString().replace('-', '_');
        Pool plain = pool(null);
        plain.query("CREATE SCHEMA " + schema).execute().await().indefinitely();
        plain.closeAndAwait();
        Pool pool = pool(schema);
        pool.query(migration()).execute().await().indefinitely();
        return pool;
    }

    static KeyReplica on(Pool database, Clock clock, Optional<Path> file, String masterKey) {
        KeyRing ring = new KeyRing(clock);
        PrivateKeySeal seal = new PrivateKeySeal(new MasterKey(SecretValue.of(masterKey)));
        KeyStore store = new KeyStore(database, new KeyRows(), seal, ring, clock);
        Config config = new Config(PROPAGATION, "30D", Duration.ofSeconds(3));
        KeyRotation rotation = new KeyRotation(store, ring, config, LIFETIME, clock);
        return new KeyReplica(database, store, ring, rotation, new KeyUpkeep(store, rotation, ring, file, clock));
    }

    void look() {
        upkeep.look().await().indefinitely();
    }

    private static Pool pool(String schema) {
        var address = BackingServicesProcess.shared(BackingService.POSTGRES);
        PgConnectOptions options = PgConnectOptions.fromUri(address.get("CLOUDCARE_POSTGRES_URL") + "/auth")
                .setUser(address.getOrDefault("CLOUDCARE_POSTGRES_USER", "cloudcare"))
                .setPassword(address.getOrDefault("CLOUDCARE_POSTGRES_PASSWORD", ""));
        if (schema != null) {
            options.addProperty("search_path", schema);
        }
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(VERTX)
                .build());
    }

    private static String migration() {
        try (InputStream sql = KeyReplica.class.getResourceAsStream("/db/migration/V6__signing_keys.sql")) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
