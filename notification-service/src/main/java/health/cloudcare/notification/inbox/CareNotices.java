package health.cloudcare.notification.inbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;

/** Who is connected with whom, works where, is in which hospital, and was given what. The texts name nobody: they say where to look. */
@ApplicationScoped
class CareNotices {

    private final NotificationDelivery delivery;

    CareNotices(NotificationDelivery delivery) {
        this.delivery = delivery;
    }

    Uni<Void> requested(ConnectionEvent event) {
        return tell(
                event.doctorId(),
                event,
                NotificationKind.CONNECTION_REQUESTED,
                "See the requests for connections.",
                event.connectionId());
    }

    Uni<Void> accepted(ConnectionEvent event) {
        return tell(
                event.patientId(),
                event,
                NotificationKind.CONNECTION_ACCEPTED,
                "A doctor accepted your request: you may share documents now.",
                event.connectionId());
    }

    Uni<Void> rejected(ConnectionEvent event) {
        return tell(
                event.patientId(),
                event,
                NotificationKind.CONNECTION_REJECTED,
                "A doctor turned your request down.",
                event.connectionId());
    }

    /** Whoever ended it knows; for the other it is news. The doctor hears of it, the patient has it among the activities. */
    Uni<Void> removed(ConnectionEvent event) {
        return tell(
                event.doctorId(),
                event,
                NotificationKind.CONNECTION_REMOVED,
                "A connection with a patient ended, and with it what was shared because of it.",
                event.connectionId());
    }

    Uni<Void> shared(DocumentShared event) {
        return tell(
                event.doctorId(),
                event,
                NotificationKind.DOCUMENT_SHARED,
                "A patient you are connected with opened a document to you.",
                event.documentId());
    }

    Uni<Void> shareRevoked(DocumentShareRevoked event) {
        return tell(
                event.doctorId(),
                event,
                NotificationKind.DOCUMENT_SHARE_REVOKED,
                "A document of a patient is no longer open to you.",
                event.documentId());
    }

    /** To the side that did not say it. */
    Uni<Void> affiliated(AffiliationChanged event) {
        return switch (event.standing()) {
            case "CLAIMED" -> affiliation(event.hospitalId(), event, "A doctor says to work for you: agree, or not.");
            case "INVITED" -> affiliation(event.doctorId(), event, "A hospital invites you to work for it.");
            case "ACTIVE" -> affiliation(event.doctorId(), event, "You and a hospital agree that you work there.");
            default -> affiliation(event.doctorId(), event, "You no longer work for a hospital.");
        };
    }

    Uni<Void> admitted(PatientAdmitted event) {
        return tell(
                event.patientId(),
                event,
                NotificationKind.ADMITTED,
                "You are admitted to a hospital, which sees your data until you are discharged.",
                event.admissionId());
    }

    Uni<Void> discharged(PatientDischarged event) {
        return tell(
                event.patientId(),
                event,
                NotificationKind.DISCHARGED,
                "Your stay, or the request for one, has ended, and with it the hospital's access.",
                event.admissionId());
    }

    Uni<Void> assigned(DoctorAssigned event) {
        return tell(
                event.doctorId(),
                event,
                NotificationKind.PATIENT_ASSIGNED,
                "A hospital gave a patient to you: see your list of patients.",
                event.patientId());
    }

    private Uni<Void> affiliation(UUID profile, AffiliationChanged event, String message) {
        return tell(profile, event, NotificationKind.AFFILIATION, message, event.hospitalId());
    }

    private Uni<Void> tell(UUID profile, Event event, NotificationKind kind, String message, UUID related) {
        return delivery.deliver(
                profile,
                account -> new Notification(event.eventId(), account, kind, message, event.occurredAt(), related));
    }
}
