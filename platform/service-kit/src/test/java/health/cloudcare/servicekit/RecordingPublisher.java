package health.cloudcare.servicekit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.Event;
import health.cloudcare.servicekit.event.EventPublisher;

/** Stands in for the broker: keeps what is published, or fails as a broker that is down would. */
@Mock
@Singleton
public class RecordingPublisher extends EventPublisher {

    final List<Event> events = new CopyOnWriteArrayList<>();
    volatile boolean down;

    RecordingPublisher() {
        super("nowhere:9092", "test");
    }

    @Override
    public Uni<Void> publish(Event event) {
        if (down) {
            return Uni.createFrom().failure(new IllegalStateException("broker is down"));
        }
        events.add(event);
        return Uni.createFrom().voidItem();
    }
}
