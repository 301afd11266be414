package health.cloudcare.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.AlertRaised;
import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRejected;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConnectionRequested;
import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.EmergencyAccessOpened;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;
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
    private final CareNotices care;
    private final AlertNotices alerts;

    NotificationEvents(
            EventReception events,
            NotificationDelivery delivery,
            ConsentNotices consents,
            CareNotices care,
            AlertNotices alerts) {
        this.events = events;
        this.delivery = delivery;
        this.consents = consents;
        this.care = care;
        this.alerts = alerts;
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
        return events.receive(record, MetricsSynced.TYPE, MetricsSynced.class, delivery::dataSynced)
                .chain(() -> events.receive(record, AlertRaised.TYPE, AlertRaised.class, alerts::raised));
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
                        record, EmergencyAccessOpened.TYPE, EmergencyAccessOpened.class, consents::emergencyOpened)
                .chain(() ->
                        events.receive(record, AffiliationChanged.TYPE, AffiliationChanged.class, care::affiliated));
    }

    @Incoming("connections")
    Uni<Void> connection(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, ConnectionRequested.TYPE, ConnectionRequested.class, care::requested)
                .chain(() -> events.receive(record, ConnectionAccepted.TYPE, ConnectionAccepted.class, care::accepted))
                .chain(() -> events.receive(record, ConnectionRejected.TYPE, ConnectionRejected.class, care::rejected))
                .chain(() -> events.receive(record, ConnectionRemoved.TYPE, ConnectionRemoved.class, care::removed));
    }

    @Incoming("documents")
    Uni<Void> document(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, DocumentShared.TYPE, DocumentShared.class, care::shared)
                .chain(() -> events.receive(
                        record, DocumentShareRevoked.TYPE, DocumentShareRevoked.class, care::shareRevoked));
    }

    @Incoming("hospitals")
    Uni<Void> hospital(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, PatientAdmitted.TYPE, PatientAdmitted.class, care::admitted)
                .chain(() -> events.receive(record, PatientDischarged.TYPE, PatientDischarged.class, care::discharged))
                .chain(() -> events.receive(record, DoctorAssigned.TYPE, DoctorAssigned.class, care::assigned));
    }
}
