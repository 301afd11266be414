package health.cloudcare.patient.consent;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the hospital topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class AdmissionEvents {

    private final EventReception events;
    private final AdmissionEnd end;
    private final CareTeam team;

    AdmissionEvents(EventReception events, AdmissionEnd end, CareTeam team) {
        this.events = events;
        this.end = end;
        this.team = team;
    }

    @Incoming("admissions")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, PatientDischarged.TYPE, PatientDischarged.class, end::discharge)
                .chain(() -> events.receive(record, DoctorAssigned.TYPE, DoctorAssigned.class, team::assign))
                .chain(() -> events.receive(record, DoctorUnassigned.TYPE, DoctorUnassigned.class, team::unassign));
    }
}
