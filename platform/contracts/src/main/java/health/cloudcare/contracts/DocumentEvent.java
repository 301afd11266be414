package health.cloudcare.contracts;

import java.util.UUID;

/** Something about a document of a patient. */
public sealed interface DocumentEvent extends Event
        permits DocumentUploaded, DocumentDeleted, DocumentShared, DocumentShareRevoked, RecordRequested {

    UUID patientId();

    @Override
    default Topic topic() {
        return Topic.DOCUMENT;
    }

    @Override
    default String key() {
        return patientId().toString();
    }
}
