package health.cloudcare.hospital.admission;

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
import health.cloudcare.servicekit.event.EventReception;

/**
 * Listens to the consent topic: what hospitals ask for are admissions. What cannot be understood, or fails again and again,
 * goes to its dead-letter topic.
 */
@ApplicationScoped
class ConsentEvents {

    private static final String DATA_ACCESS = "DATA_ACCESS";

    private final EventReception events;
    private final AdmissionLifecycle admissions;

    ConsentEvents(EventReception events, AdmissionLifecycle admissions) {
        this.events = events;
        this.admissions = admissions;
    }

    /** A record is of one of the types, or of none that matters here. */
    @Incoming("admission-consents")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, ConsentRequested.TYPE, ConsentRequested.class, this::change)
                .chain(() -> events.receive(record, ConsentGranted.TYPE, ConsentGranted.class, this::change))
                .chain(() -> events.receive(record, ConsentDenied.TYPE, ConsentDenied.class, this::change))
                .chain(() -> events.receive(record, ConsentRevoked.TYPE, ConsentRevoked.class, this::change))
                .chain(() -> events.receive(record, ConsentExpired.TYPE, ConsentExpired.class, this::change));
    }

    private Uni<Void> change(ConsentEvent event) {
        UUID hospitalId = event.hospitalId();
        if (hospitalId == null) {
            return Uni.createFrom().voidItem();
        }
        ConsentChange change = new ConsentChange(
                event.consentId(), event.version(), event.patientId(), hospitalId, event.occurredAt());
        return switch (event) {
            case ConsentRequested requested -> admissions.await(change);
            // nobody is admitted by leave to look at data alone
            case ConsentGranted granted ->
                DATA_ACCESS.equals(granted.kind()) ? admissions.giveUp(change) : admissions.admit(change);
            case ConsentRevoked revoked -> admissions.end(change);
            case ConsentDenied denied -> admissions.giveUp(change);
            case ConsentExpired expired -> admissions.giveUp(change);
        };
    }
}
