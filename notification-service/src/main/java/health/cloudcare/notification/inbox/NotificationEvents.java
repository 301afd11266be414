package health.cloudcare.notification.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.event.CloudEventHeaders;

/**
 * Listens to what people are notified of. What cannot be read goes to the topic's dead letters at once, what fails goes there
 * after some tries.
 */
@ApplicationScoped
class NotificationEvents {

    /** Some 20 seconds in all, less than the 60 after which the consumer would count as stuck. */
    private static final int RETRIES = 8;

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final NotificationDelivery delivery;
    private final Clock clock;

    NotificationEvents(NotificationDelivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @Incoming("accounts")
    Uni<Void> account(ConsumerRecord<String, byte[]> record) {
        return on(record, AccountRegistered.TYPE, AccountRegistered.class, delivery::welcome);
    }

    @Incoming("wearables")
    Uni<Void> wearables(ConsumerRecord<String, byte[]> record) {
        return on(record, MetricsSynced.TYPE, MetricsSynced.class, delivery::dataSynced);
    }

    private <E extends Event> Uni<Void> on(
            ConsumerRecord<String, byte[]> record, String type, Class<E> eventClass, Function<E, Uni<Void>> deliver) {
        Correlation.adopt(CloudEventHeaders.text(record.headers(), Correlation.KAFKA_HEADER), clock.instant());
        if (!type.equals(CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE))) {
            return Uni.createFrom().voidItem();
        }
        E event = EventJson.read(record.value(), eventClass);
        return Uni.createFrom()
                .deferred(() -> deliver.apply(event))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .atMost(RETRIES);
    }
}
