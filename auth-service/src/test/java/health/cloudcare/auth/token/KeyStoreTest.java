package health.cloudcare.auth.token;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.SettableClock;
import health.cloudcare.auth.token.KeyLife.State;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WithBackingServices(BackingService.POSTGRES)
class KeyStoreTest {

    private static final Duration SERVED = KeyReplica.LIFETIME.plusMinutes(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-19T05:50:00Z"));
    private final Pool database = KeyReplica.freshDatabase();
    private final KeyReplica one = replica(Optional.empty());
    private final KeyReplica other = replica(Optional.empty());

    @AfterEach
    void close() {
        database.closeAndAwait();
    }

    @Test
    void takesTheKeyOfTheFileOverOnce() {
        Path file = SigningKey.shared().privateKeyFile();
        replica(Optional.of(file)).upkeep().start(null);
        KeyReplica second = replica(Optional.of(file));
        second.upkeep().start(null);

        assertThat(second.ring().signer().id()).isEqualTo(SigningKey.shared().id());
        assertThat(states(second)).isEqualTo(Map.of(SigningKey.shared().id(), State.SIGNING));
    }

    @Test
    void takesAnotherFileForARotationAndANewStartWithTheOldOneForNothing() {
        one.upkeep().start(null);
        String first = one.ring().signer().id();
        Path file = SigningKey.shared().privateKeyFile();
        replica(Optional.of(file)).upkeep().start(null);
        assertThat(states(one)).containsEntry(first, State.SIGNING).containsValue(State.UPCOMING);

        clock.pass(KeyReplica.PROPAGATION);
        one.rotation().rotate().await().indefinitely();
        clock.pass(Duration.ofDays(1));
        replica(Optional.of(file)).upkeep().start(null);

        assertThat(states(one)).hasSize(3).containsEntry(SigningKey.shared().id(), State.RETIRED);
    }

    @Test
    void replicasSwitchKeysTogetherAndTokensOfTheOldKeyStayGood() throws Exception {
        one.upkeep().start(null);
        other.upkeep().start(null);
        String first = one.ring().signer().id();
        assertThat(other.ring().signer().id()).isEqualTo(first);

        one.rotation().rotate().await().indefinitely();
        other.look();
        String token = token(other);
        assertThat(keyId(token)).isEqualTo(first);
        assertThat(other.ring().current()).hasSize(2).isEqualTo(one.ring().current());
        assertThat(new JsonWebKeySet(other.ring().keySet()).getJsonWebKeys()).hasSize(2);

        clock.pass(KeyReplica.PROPAGATION);
        String second = one.ring().signer().id();
        assertThat(second).isNotEqualTo(first);
        assertThat(keyId(token(other))).as("without a look into the database").isEqualTo(second);
        assertThat(verifies(one, token)).isTrue();

        clock.pass(SERVED.minusSeconds(1));
        one.look();
        assertThat(verifies(one, token)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        one.look();
        assertThat(one.ring().current()).containsOnlyKeys(second);
    }

    @Test
    void concurrentRotationsMakeOneKey() {
        one.upkeep().start(null);
        other.upkeep().start(null);

        Uni.join()
                .all(IntStream.range(0, 6)
                        .mapToObj(i -> (i % 2 == 0 ? one : other).rotation().rotate())
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(states(one).values()).containsExactlyInAnyOrder(State.SIGNING, State.UPCOMING);
    }

    @Test
    void rotatesByItselfAfterThirtyDays() {
        one.upkeep().start(null);
        clock.pass(Duration.ofDays(30).minusSeconds(1));
        one.look();
        assertThat(states(one)).hasSize(1);
        clock.pass(Duration.ofSeconds(1));

        one.look();
        other.look();

        assertThat(states(one).values()).containsExactlyInAnyOrder(State.SIGNING, State.UPCOMING);
    }

    @Test
    void withdrawsACompromisedKeyAtOnce() {
        one.upkeep().start(null);
        other.upkeep().start(null);
        String token = token(one);

        Uni.join()
                .all(one.rotation().withdraw(), other.rotation().withdraw())
                .andFailFast()
                .await()
                .indefinitely();
        other.look();

        assertThat(verifies(one, token)).isFalse();
        assertThat(verifies(other, token)).isFalse();
        assertThat(verifies(other, token(one))).isTrue();
        assertThat(states(one).values()).containsExactlyInAnyOrder(State.RETIRED, State.SIGNING);
    }

    @Test
    void keepsPrivateKeysSealedAndOnlyWhileTheySign() {
        one.upkeep().start(null);
        one.rotation().rotate().await().indefinitely();
        assertThat(text("SELECT string_agg(DISTINCT member, ' ' ORDER BY member)"
                        + " FROM signing_keys, jsonb_object_keys(public_jwk::jsonb) AS member"))
                .isEqualTo("alg e kid kty n use");
        String rows = text("SELECT string_agg(t::text, '') FROM signing_keys t");
        assertThat(one.ring().keys()).allSatisfy(key -> assertThat(rows)
                .doesNotContain(HexFormat.of().formatHex(privateExponent(key).toByteArray(), 1, 32))
                .contains(key.id()));
        assertThat(sealed()).isEqualTo(2);

        clock.pass(KeyReplica.PROPAGATION);
        one.look();

        assertThat(sealed()).isEqualTo(1);
        assertThat(one.ring().keys()).anyMatch(key -> key.privateKey() == null);
        assertThat(token(one)).isNotEmpty();
    }

    @Test
    void doesNotStartWithAnotherMasterKey() {
        one.upkeep().start(null);
        String otherKey = KeyReplica.MASTER_KEY.replace("MDEy", "MTEy");
        KeyReplica stranger =
                KeyReplica.on(database, clock, Optional.of(SigningKey.shared().privateKeyFile()), otherKey);

        assertThatThrownBy(() -> stranger.upkeep().start(null)).hasMessageContaining("CLOUDCARE_AUTH_MASTER_KEY");
        assertThat(states(one)).as("nothing is added").hasSize(1);
    }

    @Test
    void goesOnWithoutTheDatabase() {
        Pool lost = KeyReplica.freshDatabase();
        KeyReplica alone = KeyReplica.on(lost, clock, Optional.empty(), KeyReplica.MASTER_KEY);
        alone.upkeep().start(null);
        alone.rotation().rotate().await().indefinitely();
        String first = alone.ring().signer().id();
        lost.closeAndAwait();

        clock.pass(KeyReplica.PROPAGATION.plus(SERVED));
        alone.look();

        assertThat(alone.ring().current()).hasSize(1).doesNotContainKey(first);
        assertThat(verifies(alone, token(alone))).isTrue();
    }

    @Test
    void keepsTheSameMapWhileNothingChanges() {
        one.upkeep().start(null);
        Map<?, ?> before = one.ring().current();
        one.look();

        assertThat(one.ring().current()).isSameAs(before);
    }

    private KeyReplica replica(Optional<Path> file) {
        return KeyReplica.on(database, clock, file, KeyReplica.MASTER_KEY);
    }

    private Map<String, State> states(KeyReplica replica) {
        return replica.store().lives().await().indefinitely().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, key -> key.getValue().at(clock.instant())));
    }

    private String text(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private long sealed() {
        return Long.parseLong(text("SELECT count(sealed_private_key)::text FROM signing_keys"));
    }

    private static BigInteger privateExponent(health.cloudcare.auth.token.SigningKey key) {
        return ((RSAPrivateKey) key.privateKey()).getPrivateExponent();
    }

    private String token(KeyReplica replica) {
        AccessClaims asha = new AccessClaims(
                UUID.randomUUID(), Role.PATIENT, true, UUID.randomUUID(), null, null, UUID.randomUUID());
        return tokens(replica).forPerson(asha, KeyReplica.LIFETIME);
    }

    private AccessTokens tokens(KeyReplica replica) {
        return new AccessTokens(replica.ring(), "https://cloudcare.local", "cloudcare", KeyReplica.LIFETIME, clock);
    }

    private static String keyId(String token) throws Exception {
        return ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(token)).getKeyIdHeaderValue();
    }

    private static boolean verifies(KeyReplica replica, String token) {
        try {
            JsonWebSignature signature = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
            var key = replica.ring().current().get(signature.getKeyIdHeaderValue());
            signature.setKey(key);
            return key != null
                    && signature.verifySignature()
                    && !JwtClaims.parse(signature.getPayload()).getSubject().isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
