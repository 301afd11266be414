package health.cloudcare.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.servicekit.event.EventReception;

/**
 * Listens to what people are notified of. What cannot be read goes to the topic's dead letters at once, what fails goes there
 * after some tries.
 */
@ApplicationScoped
class NotificationEvents {

    private final EventReception events;
    private final NotificationDelivery delivery;

    NotificationEvents(EventReception events, NotificationDelivery delivery) {
        this.events = events;
        this.delivery = delivery;
    }

    @Incoming("accounts")
    Uni<Void> account(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, AccountRegistered.TYPE, AccountRegistered.class, delivery::welcome);
    }

    @Incoming("wearables")
    Uni<Void> wearables(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, MetricsSynced.TYPE, MetricsSynced.class, delivery::dataSynced);
    }
}
