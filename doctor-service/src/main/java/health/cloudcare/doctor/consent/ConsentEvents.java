package health.cloudcare.doctor.consent;

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
        return events.receive(record, ConsentRequested.TYPE, ConsentRequested.class, this::requested)
                .chain(() -> events.receive(record, ConsentGranted.TYPE, ConsentGranted.class, this::granted))
                .chain(() -> events.receive(record, ConsentDenied.TYPE, ConsentDenied.class, this::denied))
                .chain(() -> events.receive(record, ConsentRevoked.TYPE, ConsentRevoked.class, this::revoked))
                .chain(() -> events.receive(record, ConsentExpired.TYPE, ConsentExpired.class, this::expired));
    }

    private Uni<Void> requested(ConsentRequested event) {
        return learn(
                event.doctorId(),
                doctor -> new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctor,
                        event.version(),
                        ConsentStanding.REQUESTED,
                        false,
                        event.occurredAt()));
    }

    /** Hospitals are waiting to hear of an emergency, so that comes before the list. */
    private Uni<Void> granted(ConsentGranted event) {
        boolean emergency = ConsentGranted.EMERGENCY.equals(event.kind());
        Uni<Void> told = emergency ? emergencies.tell(event) : Uni.createFrom().voidItem();
        return told.chain(() -> learn(
                event.doctorId(),
                doctor -> new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctor,
                        event.version(),
                        ConsentStanding.GRANTED,
                        emergency,
                        event.occurredAt())));
    }

    private Uni<Void> denied(ConsentDenied event) {
        return learn(
                event.doctorId(),
                doctor -> new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctor,
                        event.version(),
                        ConsentStanding.DENIED,
                        false,
                        event.occurredAt()));
    }

    private Uni<Void> revoked(ConsentRevoked event) {
        return learn(
                event.doctorId(),
                doctor -> new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctor,
                        event.version(),
                        ConsentStanding.REVOKED,
                        false,
                        event.occurredAt()));
    }

    private Uni<Void> expired(ConsentExpired event) {
        return learn(
                event.doctorId(),
                doctor -> new ConsentNews(
                        event.consentId(),
                        event.patientId(),
                        doctor,
                        event.version(),
                        ConsentStanding.EXPIRED,
                        false,
                        event.occurredAt()));
    }

    /** A consent to a hospital puts nobody on a doctor's list. */
    private Uni<Void> learn(@Nullable UUID doctorId, Function<UUID, ConsentNews> news) {
        return doctorId == null ? Uni.createFrom().voidItem() : list.apply(news.apply(doctorId));
    }
}
