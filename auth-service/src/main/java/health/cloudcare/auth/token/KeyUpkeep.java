package health.cloudcare.auth.token;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads the keys before anybody is served, and looks after them from then on. */
@ApplicationScoped
class KeyUpkeep {

    private static final Logger LOG = Logger.getLogger(KeyUpkeep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** After the guard (2500), so that a local key never gets into the database of a production. */
    private static final int AFTER_THE_SECRETS_GUARD = 2600;

    private final KeyStore store;
    private final KeyRotation rotation;
    private final KeyRing ring;
    private final Optional<Path> file;
    private final Clock clock;

    KeyUpkeep(
            KeyStore store,
            KeyRotation rotation,
            KeyRing ring,
            @ConfigProperty(name = "cloudcare.signing-key-file") Optional<Path> file,
            Clock clock) {
        this.store = store;
        this.rotation = rotation;
        this.ring = ring;
        this.file = file;
        this.clock = clock;
    }

    /** Waits, as nothing else does: without a key, or with the wrong master key, the service must not start. */
    void start(@Observes @Priority(AFTER_THE_SECRETS_GUARD) StartupEvent event) {
        rotation.adopt(file).await().atMost(PATIENCE);
    }

    @Scheduled(every = "{cloudcare.signing-key.reload-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return store.reload()
                .chain(this::eraseWhenServed)
                .chain(rotation::rotateWhenDue)
                .onFailure()
                .invoke(failure -> {
                    ring.passTime();
                    LOG.warnf(
                            "the signing keys cannot be looked after, those in memory serve: %s", failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> eraseWhenServed() {
        Instant now = clock.instant();
        boolean served = ring.keys().stream()
                .anyMatch(key -> key.privateKey() != null && key.life().at(now) == KeyLife.State.VERIFYING);
        return served ? store.erase().chain(store::reload) : Uni.createFrom().voidItem();
    }
}
