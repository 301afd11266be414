package health.cloudcare.servicekit.event;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.servicekit.correlation.Correlation;

/**
 * How consumers take an event: under the correlation id it was published with, and again after a while when handling it
 * fails. What cannot be read fails at once, what keeps failing fails in the end; the channel's dead-letter topic takes both.
 */
@ApplicationScoped
public class EventReception {

    /** Some 20 seconds in all, less than the 60 after which the consumer would count as stuck. */
    private static final int RETRIES = 8;

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final Clock clock;

    EventReception(Clock clock) {
        this.clock = clock;
    }

    /** Hands the event to the handler when it is of that type, and does nothing otherwise. The handler may be repeated. */
    public <E extends Event> Uni<Void> receive(
            ConsumerRecord<String, byte[]> record, String type, Class<E> eventClass, Function<E, Uni<Void>> handler) {
        Correlation.adopt(CloudEventHeaders.text(record.headers(), Correlation.KAFKA_HEADER), clock.instant());
        if (!type.equals(CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE))) {
            return Uni.createFrom().voidItem();
        }
        E event = EventJson.read(record.value(), eventClass);
        return Uni.createFrom()
                .deferred(() -> handler.apply(event))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .atMost(RETRIES);
    }
}
