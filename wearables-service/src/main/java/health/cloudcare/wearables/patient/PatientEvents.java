package health.cloudcare.wearables.patient;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.PatientProfileUpdated;
import health.cloudcare.contracts.PatientRegistered;
import health.cloudcare.servicekit.event.EventReception;

/** Keeps {@link Patients} up to date. */
@ApplicationScoped
class PatientEvents {

    private final EventReception events;
    private final Patients patients;
    private final OwnData data;

    PatientEvents(EventReception events, Patients patients, OwnData data) {
        this.events = events;
        this.patients = patients;
        this.data = data;
    }

    @Incoming("patients")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.receive(
                        record,
                        PatientRegistered.TYPE,
                        PatientRegistered.class,
                        event -> patients.remember(event.patientId(), event.timeZone(), event.occurredAt()))
                .chain(() -> events.receive(
                        record,
                        PatientProfileUpdated.TYPE,
                        PatientProfileUpdated.class,
                        event -> patients.remember(event.patientId(), event.timeZone(), event.occurredAt())))
                .chain(() -> events.receive(
                        record, PatientErased.TYPE, PatientErased.class, event -> patients.forget(event.patientId())
                                .chain(() -> data.erase(event.patientId()))));
    }
}
