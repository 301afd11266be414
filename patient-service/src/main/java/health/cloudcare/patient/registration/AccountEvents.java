package health.cloudcare.patient.registration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.patient.connection.ConnectionChanges;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the account topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class AccountEvents {

    private final EventReception events;
    private final RegistrationCompletion completion;
    private final PatientErasure erasure;
    private final ConnectionChanges connections;

    AccountEvents(
            EventReception events,
            RegistrationCompletion completion,
            PatientErasure erasure,
            ConnectionChanges connections) {
        this.events = events;
        this.completion = completion;
        this.erasure = erasure;
        this.connections = connections;
    }

    @Incoming("accounts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, AccountRegistered.TYPE, AccountRegistered.class, completion::complete)
                .chain(() -> events.receive(record, AccountDeleted.TYPE, AccountDeleted.class, erasure::erase))
                .chain(() -> events.receive(record, AccountDeleted.TYPE, AccountDeleted.class, connections::close));
    }
}
