package health.cloudcare.document.file;

import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many uploads may be under way at once: each takes a thread, a file on disk, and room in the heap for what passes. */
@ApplicationScoped
public class UploadSlots {

    private final Semaphore free;

    UploadSlots(@ConfigProperty(name = "cloudcare.documents.concurrent-uploads") int slots) {
        this.free = new Semaphore(slots);
    }

    boolean tryTake() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }
}
