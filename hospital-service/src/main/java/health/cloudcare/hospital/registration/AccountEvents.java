package health.cloudcare.hospital.registration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the account topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class AccountEvents {

    private final EventReception events;
    private final HospitalLifecycle hospitals;

    AccountEvents(EventReception events, HospitalLifecycle hospitals) {
        this.events = events;
        this.hospitals = hospitals;
    }

    /** A record is of one of the types, or of none that matters here. */
    @Incoming("accounts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, AccountRegistered.TYPE, AccountRegistered.class, hospitals::complete)
                .chain(() -> events.receive(record, AccountVerified.TYPE, AccountVerified.class, hospitals::verify))
                .chain(() -> events.receive(record, AccountDeleted.TYPE, AccountDeleted.class, hospitals::close));
    }
}
