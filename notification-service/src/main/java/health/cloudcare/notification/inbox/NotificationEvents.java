package health.cloudcare.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
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
        return events.receive(record, AccountRegistered.TYPE, AccountRegistered.class, delivery::welcome)
                .chain(() -> events.receive(record, AccountLocked.TYPE, AccountLocked.class, delivery::locked))
                .chain(() -> events.receive(record, AccountVerified.TYPE, AccountVerified.class, delivery::verified))
                .chain(() -> events.receive(record, AccountDeleted.TYPE, AccountDeleted.class, delivery::deleted));
    }

    @Incoming("wearables")
    Uni<Void> wearables(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, MetricsSynced.TYPE, MetricsSynced.class, delivery::dataSynced);
    }
}
