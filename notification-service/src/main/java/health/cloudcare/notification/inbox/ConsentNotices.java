package health.cloudcare.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.EmergencyAccessOpened;

/** Who asks whom for access, what became of it, and when nobody was asked. The texts name nobody: they say where to look. */
@ApplicationScoped
class ConsentNotices {

    private final NotificationDelivery delivery;

    ConsentNotices(NotificationDelivery delivery) {
        this.delivery = delivery;
    }

    Uni<Void> requested(ConsentRequested event) {
        return tell(
                event.patientId(),
                event.eventId(),
                NotificationKind.CONSENT_REQUESTED,
                "You decide: see the requests among your consents.",
                event.occurredAt(),
                event.consentId());
    }

    /** Of an emergency the patient hears from here, at once, whatever its other ways do. */
    Uni<Void> granted(ConsentGranted event) {
        if (ConsentGranted.EMERGENCY.equals(event.kind())) {
            return tell(
                    event.patientId(),
                    event.eventId(),
                    NotificationKind.EMERGENCY,
                    "A doctor opened your record in an emergency, without your consent. Your access log shows who and what.",
                    event.occurredAt(),
                    event.consentId());
        }
        if (ConsentGranted.CARE_TEAM.equals(event.kind())) {
            return Uni.createFrom()
                    .voidItem(); // the doctor hears of the assignment, and the patient approved no request
        }
        return tell(
                grantee(event.doctorId(), event.hospitalId()),
                event.eventId(),
                NotificationKind.CONSENT_GRANTED,
                "A patient approved your request: see your list of patients.",
                event.occurredAt(),
                event.consentId());
    }

    Uni<Void> denied(ConsentDenied event) {
        return tell(
                grantee(event.doctorId(), event.hospitalId()),
                event.eventId(),
                NotificationKind.CONSENT_DENIED,
                "A request for access was turned down: see your list of patients.",
                event.occurredAt(),
                event.consentId());
    }

    Uni<Void> revoked(ConsentRevoked event) {
        return tell(
                grantee(event.doctorId(), event.hospitalId()),
                event.eventId(),
                NotificationKind.CONSENT_REVOKED,
                "Access to a patient's data was ended: see your list of patients.",
                event.occurredAt(),
                event.consentId());
    }

    /** One hospital that cannot be told keeps no other from being told; it fails once all have been tried. */
    Uni<Void> emergencyOpened(EmergencyAccessOpened event) {
        return Multi.createFrom()
                .iterable(event.hospitalIds())
                .onItem()
                .transformToUni(hospital -> tell(
                        hospital,
                        idFor(hospital, event.eventId()),
                        NotificationKind.EMERGENCY,
                        "A doctor of yours opened a patient's record in an emergency, without consent. Ask the doctor why.",
                        event.occurredAt(),
                        event.consentId()))
                .collectFailures()
                .concatenate()
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tell(UUID profile, UUID id, NotificationKind kind, String message, Instant at, UUID consent) {
        return delivery.deliver(profile, account -> new Notification(id, account, kind, message, at, consent));
    }

    private static UUID grantee(@Nullable UUID doctorId, @Nullable UUID hospitalId) {
        return doctorId == null ? Objects.requireNonNull(hospitalId) : doctorId;
    }

    /** The same each time, and another for each hospital. */
    private static UUID idFor(UUID hospital, UUID event) {
        return UUID.nameUUIDFromBytes((event + " " + hospital).getBytes(StandardCharsets.UTF_8));
    }
}
