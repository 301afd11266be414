package health.cloudcare.document.record;

import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the heap that inlined files take in all answers together: each answer holds one file at a time. When there is no room,
 * the file is left out, as a large one is, and its link remains.
 */
@ApplicationScoped
class InlineBudget {

    private static final int KIB = 1024;

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

        /** Gives back what the file before took. */
        boolean next(long bytes) {
            release();
            int wanted = Math.toIntExact((bytes + KIB - 1) / KIB);
            boolean free = freeKib.tryAcquire(wanted);
            held = free ? wanted : 0;
            return free;
        }

        void release() {
            freeKib.release(held);
            held = 0;
        }
    }
}
