package health.cloudcare.doctor.consent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentEvent;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.doctor.carelist.CareListChanges;
import health.cloudcare.doctor.carelist.ConsentNews;
import health.cloudcare.doctor.carelist.ConsentStanding;
import health.cloudcare.doctor.emergency.EmergencyNotices;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to the consent topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class ConsentEvents {

    private final EventReception events;
    private final CareListChanges list;
    private final EmergencyNotices emergencies;

    ConsentEvents(EventReception events, CareListChanges list, EmergencyNotices emergencies) {
        this.events = events;
        this.list = list;
        this.emergencies = emergencies;
    }

    /** A record is of one of the types. */
    @Incoming("consents")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, ConsentRequested.TYPE, ConsentRequested.class, this::learn)
                .chain(() -> events.receive(record, ConsentGranted.TYPE, ConsentGranted.class, this::granted))
                .chain(() -> events.receive(record, ConsentDenied.TYPE, ConsentDenied.class, this::learn))
                .chain(() -> events.receive(record, ConsentRevoked.TYPE, ConsentRevoked.class, this::learn))
                .chain(() -> events.receive(record, ConsentExpired.TYPE, ConsentExpired.class, this::learn));
    }

    /** Hospitals are waiting to hear of an emergency, so that comes before the list. */
    private Uni<Void> granted(ConsentGranted event) {
        Uni<Void> told =
                isEmergency(event) ? emergencies.tell(event) : Uni.createFrom().voidItem();
        return told.chain(() -> learn(event));
    }

    /** A consent to a hospital puts nobody on a doctor's list. */
    private Uni<Void> learn(ConsentEvent event) {
        UUID doctorId = event.doctorId();
        return doctorId == null
                ? Uni.createFrom().voidItem()
                : list.apply(new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctorId,
                        event.version(),
                        standing(event),
                        isEmergency(event),
                        event.occurredAt()));
    }

    private static ConsentStanding standing(ConsentEvent event) {
        return switch (event) {
            case ConsentRequested requested -> ConsentStanding.REQUESTED;
            case ConsentGranted granted -> ConsentStanding.GRANTED;
            case ConsentDenied denied -> ConsentStanding.DENIED;
            case ConsentRevoked revoked -> ConsentStanding.REVOKED;
            case ConsentExpired expired -> ConsentStanding.EXPIRED;
        };
    }

    private static boolean isEmergency(ConsentEvent event) {
        return event instanceof ConsentGranted granted && ConsentGranted.EMERGENCY.equals(granted.kind());
    }
}
