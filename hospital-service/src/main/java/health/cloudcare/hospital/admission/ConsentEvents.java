package health.cloudcare.hospital.admission;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
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
        return events.receive(record, ConsentRequested.TYPE, ConsentRequested.class, this::requested)
                .chain(() -> events.receive(record, ConsentGranted.TYPE, ConsentGranted.class, this::granted))
                .chain(() -> events.receive(record, ConsentDenied.TYPE, ConsentDenied.class, this::denied))
                .chain(() -> events.receive(record, ConsentRevoked.TYPE, ConsentRevoked.class, this::revoked))
                .chain(() -> events.receive(record, ConsentExpired.TYPE, ConsentExpired.class, this::expired));
    }

    private Uni<Void> requested(ConsentRequested event) {
        return change(
                event, event.consentId(), event.version(), event.patientId(), event.hospitalId(), admissions::await);
    }

    /** Nobody is admitted by leave to look at data alone. */
    private Uni<Void> granted(ConsentGranted event) {
        Function<ConsentChange, Uni<Void>> step =
                DATA_ACCESS.equals(event.kind()) ? admissions::giveUp : admissions::admit;
        return change(event, event.consentId(), event.version(), event.patientId(), event.hospitalId(), step);
    }

    private Uni<Void> denied(ConsentDenied event) {
        return change(
                event, event.consentId(), event.version(), event.patientId(), event.hospitalId(), admissions::giveUp);
    }

    private Uni<Void> revoked(ConsentRevoked event) {
        return change(
                event, event.consentId(), event.version(), event.patientId(), event.hospitalId(), admissions::end);
    }

    private Uni<Void> expired(ConsentExpired event) {
        return change(
                event, event.consentId(), event.version(), event.patientId(), event.hospitalId(), admissions::giveUp);
    }

    private static Uni<Void> change(
            Event event,
            UUID consentId,
            int version,
            UUID patientId,
            @Nullable UUID hospitalId,
            Function<ConsentChange, Uni<Void>> step) {
        return hospitalId == null
                ? Uni.createFrom().voidItem()
                : step.apply(new ConsentChange(consentId, version, patientId, hospitalId, event.occurredAt()));
    }
}
