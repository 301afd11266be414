package health.cloudcare.doctor.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.PatientErased;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the patient topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class PatientEvents {

    private final EventReception events;
    private final PatientErasure erasure;

    PatientEvents(EventReception events, PatientErasure erasure) {
        this.events = events;
        this.erasure = erasure;
    }

    @Incoming("patients")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, PatientErased.TYPE, PatientErased.class, erasure::erase);
    }
}
