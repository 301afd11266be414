package health.cloudcare.auth.token;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import health.cloudcare.auth.token.KeyLife.State;

/** Where new keys come from: the key file, the schedule, and people with reasons. */
@Singleton
class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    /** Clocks of replicas and of those who verify may differ by this. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final KeyStore store;
    private final KeyRing ring;
    private final KeySchedule schedule;
    private final Clock clock;

    KeyRotation(
            KeyStore store,
            KeyRing ring,
            SigningKeyConfig config,
            @ConfigProperty(name = "cloudcare.token.access-lifetime") Duration accessLifetime,
            Clock clock) {
        this.store = store;
        this.ring = ring;
        this.schedule = new KeySchedule(config.propagation(), accessLifetime.plus(SKEW), config.rotationInterval());
        this.clock = clock;
    }

    /** A new key, unless one waits for its turn already. */
    Uni<Void> rotate() {
        return newKey().chain(pair -> store.add(pair, moment -> schedule.rotation(moment.keys(), moment.now())));
    }

    Uni<Void> rotateWhenDue() {
        if (!schedule.isDue(livesInMemory(), clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        LOG.info("the signing key has served its time; a new one is published");
        return newKey().chain(pair -> store.add(pair, moment -> schedule.rotationWhenDue(moment.keys(), moment.now())));
    }

    /** The key that signs may be in wrong hands: nothing signed until now is accepted any more. */
    Uni<Void> withdraw() {
        String suspect = ring.signer().id();
        LOG.warnf("the signing key %s is withdrawn with all others", suspect);
        return newKey().chain(
                        pair -> store.add(pair, moment -> schedule.withdrawal(moment.keys(), suspect, moment.now())));
    }

    /** Takes over the key of the file when it is new here, or makes a first one when there is neither. */
    Uni<Void> adopt(Optional<Path> file) {
        if (file.isPresent()) {
            RsaKeyPair pair = RsaKeyPair.read(file.get());
            return store.add(
                    pair,
                    moment -> moment.keys().containsKey(pair.id())
                            ? Optional.empty()
                            : Optional.of(schedule.addition(moment.keys(), moment.now())));
        }
        return store.reload()
                .chain(() -> livesInMemory().isEmpty()
                        ? firstKey()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> firstKey() {
        return newKey().chain(pair -> store.add(
                pair,
                moment -> noneAlive(moment.keys(), moment.now())
                        ? Optional.of(schedule.addition(moment.keys(), moment.now()))
                        : Optional.empty()));
    }

    private Map<String, KeyLife> livesInMemory() {
        Map<String, KeyLife> lives = new LinkedHashMap<>();
        ring.keys().forEach(key -> lives.put(key.id(), key.life()));
        return lives;
    }

    private static boolean noneAlive(Map<String, KeyLife> keys, Instant now) {
        return keys.values().stream().allMatch(life -> life.at(now) == State.RETIRED);
    }

    private static Uni<RsaKeyPair> newKey() {
        return Uni.createFrom().item(RsaKeyPair::generate).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
