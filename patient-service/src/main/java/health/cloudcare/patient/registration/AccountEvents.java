package health.cloudcare.patient.registration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the account topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class AccountEvents {

    private final EventReception events;
    private final RegistrationCompletion completion;

    AccountEvents(EventReception events, RegistrationCompletion completion) {
        this.events = events;
        this.completion = completion;
    }

    @Incoming("accounts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, AccountRegistered.TYPE, AccountRegistered.class, completion::complete);
    }
}
