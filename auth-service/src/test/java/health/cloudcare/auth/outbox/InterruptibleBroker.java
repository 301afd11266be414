package health.cloudcare.auth.outbox;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.event.EventMessage;
import health.cloudcare.servicekit.event.EventPublisher;

/** The real way to the broker, which a test can cut. */
@Mock
@Singleton
public class InterruptibleBroker extends EventPublisher {

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean down;

    InterruptibleBroker(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        super(bootstrapServers, application);
    }

    void goDown() {
        refused.set(0);
        down = true;
    }

    void comeBack() {
        down = false;
    }

    boolean hasRefused() {
        return refused.get() > 0;
    }

    @Override
    public Uni<Void> publish(EventMessage message) {
        if (down) {
            refused.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("the broker is down"));
        }
        return super.publish(message);
    }
}
