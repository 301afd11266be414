package health.cloudcare.wearables.publish;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many readings of this process are between its clients and the broker's acknowledgement. The bound is what keeps the
 * memory of the service bounded when clients are faster than the broker.
 */
@ApplicationScoped
class ReadingsInFlight {

    private final int capacity;
    private final Semaphore free;

    ReadingsInFlight(@ConfigProperty(name = "cloudcare.wearables.publish.max-readings-in-flight") int capacity) {
        this.capacity = capacity;
        this.free = new Semaphore(capacity, true);
    }

    /** Takes room for that many, or for all there is when that is less, without waiting. */
    boolean tryTake(int readings) {
        return free.tryAcquire(room(readings));
    }

    /** Takes room, waiting for it. */
    boolean take(int readings, Duration patience) throws InterruptedException {
        return free.tryAcquire(room(readings), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack(int readings) {
        free.release(room(readings));
    }

    private int room(int readings) {
        return Math.min(readings, capacity);
    }
}
