package health.cloudcare.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.EmergencyAccessOpened;
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
    private final ConsentNotices consents;

    NotificationEvents(EventReception events, NotificationDelivery delivery, ConsentNotices consents) {
        this.events = events;
        this.delivery = delivery;
        this.consents = consents;
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

    @Incoming("consents")
    Uni<Void> consent(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, ConsentRequested.TYPE, ConsentRequested.class, consents::requested)
                .chain(() -> events.receive(record, ConsentGranted.TYPE, ConsentGranted.class, consents::granted))
                .chain(() -> events.receive(record, ConsentDenied.TYPE, ConsentDenied.class, consents::denied))
                .chain(() -> events.receive(record, ConsentRevoked.TYPE, ConsentRevoked.class, consents::revoked));
    }

    @Incoming("doctors")
    Uni<Void> doctor(ConsumerRecord<String, byte[]> record) {
        return events.receive(
                record, EmergencyAccessOpened.TYPE, EmergencyAccessOpened.class, consents::emergencyOpened);
    }
}
