package health.cloudcare.document.record;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the heap that inlined files take in all answers together: each answer holds one file at a time, and waits for room for
 * the next.
 */
@ApplicationScoped
class InlineBudget {

    private static final int KIB = 1024;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN_AT_LAST = Duration.ofMillis(200);

    /** The app waits for 30 seconds in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore freeKib;

    InlineBudget(@ConfigProperty(name = "cloudcare.documents.inline-bytes-in-flight") MemorySize limit) {
        this.freeKib = new Semaphore(Math.toIntExact(limit.asLongValue() / KIB));
    }

    /** For one answer, whose files come one after the other. */
    Hold hold() {
        return new Hold();
    }

    final class Hold {

        private int held;
        private boolean ended;

        /** Gives back what the file before took. Fails when there is no room for too long. */
        Uni<Void> next(long bytes) {
            return Uni.createFrom()
                    .voidItem()
                    .invoke(() -> take(bytes))
                    .onFailure(NoRoomException.class)
                    .retry()
                    .withBackOff(LOOK_AGAIN, LOOK_AGAIN_AT_LAST)
                    .expireIn(PATIENCE.toMillis());
        }

        private synchronized void take(long bytes) {
            giveBack();
            int wanted = Math.toIntExact((bytes + KIB - 1) / KIB);
            if (ended || !freeKib.tryAcquire(wanted)) {
                throw new NoRoomException();
            }
            held = wanted;
        }

        /** The answer is written, or its receiver is gone; the latter may meet a look for room on another thread. */
        synchronized void end() {
            ended = true;
            giveBack();
        }

        private void giveBack() {
            freeKib.release(held);
            held = 0;
        }
    }

    private static final class NoRoomException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoRoomException() {
            super("no room for a file inside of an answer", null, false, false);
        }
    }
}
