package health.cloudcare.document.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.document.Files;
import health.cloudcare.document.Storage;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.document.NewDocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class ObjectRemovalsTest {

    @Inject
    ObjectRemovals removals;

    @Inject
    Storage storage;

    /** What the class before has removed may still be on its way. */
    @BeforeEach
    void nothingIsLeftBehind() {
        aDocument().withFile(Files.PDF).uploaded(); // so that there is a bucket
        storage.awaitNothingLeftBehind();
    }

    @Test
    void anObjectOfAnUploadThatCameToNothingIsRemovedOnceItsTimeIsUp() throws Throwable {
        Instant longAgo = Instant.now().minus(ObjectRemovals.TIME_TO_STORE);
        storage.putObject(done(() -> removals.reserve(longAgo)));

        storage.awaitNothingLeftBehind();
    }

    @Test
    void aReservedObjectIsKeptInTimeAndNotAfterItsRemovalBegan() throws Throwable {
        Instant later = Instant.now().plus(Duration.ofDays(1)); // the cleanup of this application leaves it alone
        String inTime = done(() -> removals.reserve(later));
        String tooLate = done(() -> removals.reserve(later.minusSeconds(60)));

        Instant due = later.plus(ObjectRemovals.TIME_TO_STORE).minusSeconds(30);
        assertThat(done(() -> removals.claim(due, 10))).containsExactly(tooLate);
        assertThat(done(() -> removals.claim(due, 10))).isEmpty();

        assertThat(kept(tooLate)).isFalse();
        assertThat(kept(inTime)).isTrue();
        assertThat(kept(inTime)).isFalse();
        assertThat(kept(UUID.randomUUID().toString())).isFalse();
        done(() -> removals.done(tooLate));
        storage.awaitNothingLeftBehind();
    }

    private boolean kept(String key) throws Throwable {
        return done(() -> Panache.withTransaction(() -> removals.keep(key)));
    }

    private static <T> T done(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
