package health.cloudcare.patient.activity;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.contracts.ConnectionRejected;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConnectionRequested;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.DocumentDeleted;
import health.cloudcare.contracts.DocumentEvent;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.DocumentUploaded;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.NoteWritten;
import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.servicekit.event.EventReception;

/** Listens to everything that patients want to hear of. What cannot be read goes to the dead letters of its topic. */
@ApplicationScoped
class ActivityEvents {

    private static final String CONSENT = "consent_id";
    private static final String LAB_REPORT = "LAB_REPORT";

    private final EventReception events;
    private final Activities activities;

    ActivityEvents(EventReception events, Activities activities) {
        this.events = events;
        this.activities = activities;
    }

    @Incoming("activity-consents")
    Uni<Void> consent(ConsumerRecord<String, byte[]> record) {
        return on(
                        record,
                        ConsentRequested.TYPE,
                        ConsentRequested.class,
                        event -> Activity.of(
                                event, event.patientId(), ActivityType.CONSENT_REQUEST, CONSENT, event.consentId()))
                .chain(() -> on(record, ConsentGranted.TYPE, ConsentGranted.class, ActivityEvents::granted))
                .chain(() -> on(
                        record,
                        ConsentRevoked.TYPE,
                        ConsentRevoked.class,
                        event -> Activity.of(
                                event, event.patientId(), ActivityType.CONSENT_REVOKED, CONSENT, event.consentId())));
    }

    @Incoming("activity-connections")
    Uni<Void> connection(ConsumerRecord<String, byte[]> record) {
        return on(record, ConnectionRequested.TYPE, ConnectionRequested.class, event -> connection(event)
                        .saying("Connection requested", "You asked a doctor for a connection."))
                .chain(() -> on(record, ConnectionAccepted.TYPE, ConnectionAccepted.class, event -> connection(event)
                        .saying("Connected", "A doctor accepted your request.")))
                .chain(() -> on(record, ConnectionRejected.TYPE, ConnectionRejected.class, event -> connection(event)
                        .saying("Not connected", "A doctor turned your request down.")))
                .chain(() -> on(record, ConnectionRemoved.TYPE, ConnectionRemoved.class, event -> connection(event)
                        .saying("Connection ended", "A connection with a doctor ended.")));
    }

    @Incoming("activity-doctors")
    Uni<Void> doctor(ConsumerRecord<String, byte[]> record) {
        return on(record, NoteWritten.TYPE, NoteWritten.class, event -> Activity.of(
                        event, event.patientId(), ActivityType.GENERAL, "note_id", event.noteId())
                .saying("Note written", "A doctor wrote or amended a note about you."));
    }

    @Incoming("activity-hospitals")
    Uni<Void> hospital(ConsumerRecord<String, byte[]> record) {
        return on(record, PatientAdmitted.TYPE, PatientAdmitted.class, event -> stay(
                                event, event.patientId(), event.admissionId())
                        .saying("Admitted", "You were admitted to a hospital."))
                .chain(() -> on(record, PatientDischarged.TYPE, PatientDischarged.class, event -> stay(
                                event, event.patientId(), event.admissionId())
                        .saying("Discharged", "Your stay in a hospital, or the request for one, ended.")));
    }

    @Incoming("activity-documents")
    Uni<Void> document(ConsumerRecord<String, byte[]> record) {
        return on(
                        record,
                        DocumentUploaded.TYPE,
                        DocumentUploaded.class,
                        event -> document(
                                event,
                                event.documentId(),
                                event.recordType().equals(LAB_REPORT)
                                        ? ActivityType.LAB_REPORT_UPLOADED
                                        : ActivityType.DOCUMENT_UPLOADED))
                .chain(() -> on(
                        record,
                        DocumentShared.TYPE,
                        DocumentShared.class,
                        event -> document(event, event.documentId(), ActivityType.RECORD_SHARED)))
                .chain(() -> on(record, DocumentShareRevoked.TYPE, DocumentShareRevoked.class, event -> document(
                                event, event.documentId(), ActivityType.GENERAL)
                        .saying("Sharing ended", "A document is no longer open to a doctor.")))
                .chain(() -> on(record, DocumentDeleted.TYPE, DocumentDeleted.class, event -> document(
                                event, event.documentId(), ActivityType.GENERAL)
                        .saying("Document removed", "A document was removed from your record.")));
    }

    @Incoming("activity-wearables")
    Uni<Void> wearables(ConsumerRecord<String, byte[]> record) {
        return on(
                record,
                MetricsSynced.TYPE,
                MetricsSynced.class,
                event -> Activity.of(event, event.patientId(), ActivityType.DATA_SYNCED, "sync_id", event.syncId()));
    }

    private <E extends Event> Uni<Void> on(
            ConsumerRecord<String, byte[]> record, String type, Class<E> kind, Function<E, Activity> told) {
        return events.receive(record, type, kind, event -> activities.add(told.apply(event)));
    }

    private static Activity granted(ConsentGranted event) {
        boolean emergency = ConsentGranted.EMERGENCY.equals(event.kind());
        ActivityType type = emergency ? ActivityType.EMERGENCY_ALERT : ActivityType.CONSENT_APPROVED;
        Activity granted = Activity.of(event, event.patientId(), type, CONSENT, event.consentId());
        return ConsentGranted.CARE_TEAM.equals(event.kind())
                ? granted.saying("Doctor assigned", "The hospital you are in gave you into the care of a doctor.")
                : granted;
    }

    private static Activity connection(ConnectionEvent event) {
        return Activity.of(event, event.patientId(), ActivityType.GENERAL, "connection_id", event.connectionId());
    }

    private static Activity stay(Event event, UUID patientId, UUID admissionId) {
        return Activity.of(event, patientId, ActivityType.GENERAL, "admission_id", admissionId);
    }

    private static Activity document(DocumentEvent event, UUID documentId, ActivityType type) {
        return Activity.of(event, event.patientId(), type, "document_id", documentId);
    }
}
