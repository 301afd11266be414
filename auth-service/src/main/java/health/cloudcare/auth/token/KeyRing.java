package health.cloudcare.auth.token;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import health.cloudcare.auth.token.KeyLife.State;
import health.cloudcare.servicekit.token.TokenKeys;

/**
 * The keys as this replica knows them, in memory: signing and verifying never wait for the database. A key's turn comes by the
 * clock, so it comes also while the database is away.
 */
@Singleton
class KeyRing implements TokenKeys {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private record View(List<SigningKey> keys, Map<String, PublicKey> verifying, String keySet) {}

    /** Who signs, at this moment. */
    record Signer(String id, PrivateKey privateKey) {}

    private final Clock clock;
    private volatile View view = new View(List.of(), Map.of(), JsonWebKeys.set(List.of()));

    KeyRing(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, PublicKey> current() {
        return view.verifying();
    }

    /** All keys that verify, as a JSON Web Key set. */
    String keySet() {
        return view.keySet();
    }

    Signer signer() {
        Instant now = clock.instant();
        List<SigningKey> able =
                view.keys().stream().filter(key -> key.privateKey() != null).toList();
        // none: our clock is a little off and the key we would take has been erased; any other does
        return latest(able.stream().filter(key -> key.signsAt(now)))
                .or(() -> latest(able.stream()))
                .flatMap(KeyRing::signer)
                .orElseThrow(() -> new IllegalStateException("the signing keys are not loaded"));
    }

    Optional<SigningKey> find(String id) {
        return view.keys().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    List<SigningKey> keys() {
        return view.keys();
    }

    /** Drops keys whose time is over. */
    void passTime() {
        replace(view.keys());
    }

    synchronized void replace(List<SigningKey> keys) {
        Instant now = clock.instant();
        List<SigningKey> alive = keys.stream()
                .filter(key -> key.life().at(now) != State.RETIRED)
                .sorted(Comparator.comparing(key -> key.life().signsFrom()))
                .toList();
        Map<String, PublicKey> verifying = new HashMap<>();
        alive.forEach(key -> verifying.put(key.id(), key.publicKey()));
        if (verifying.equals(view.verifying())) {
            // the same map tells TokenVerification that what it remembers is still true
            view = new View(alive, view.verifying(), view.keySet());
        } else {
            LOG.infof("the published signing keys are %s", verifying.keySet());
            String keySet =
                    JsonWebKeys.set(alive.stream().map(SigningKey::publicKey).toList());
            view = new View(alive, Map.copyOf(verifying), keySet);
        }
    }

    private static Optional<SigningKey> latest(Stream<SigningKey> keys) {
        return keys.max(Comparator.comparing(key -> key.life().signsFrom()));
    }

    private static Optional<Signer> signer(SigningKey key) {
        return Optional.ofNullable(key.privateKey()).map(privateKey -> new Signer(key.id(), privateKey));
    }
}
