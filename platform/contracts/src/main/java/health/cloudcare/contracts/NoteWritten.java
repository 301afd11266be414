package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor wrote a note about a patient, or amended one.
 *
 * @param revision from 1; the note as it was before stays readable
 */
public record NoteWritten(UUID eventId, Instant occurredAt, UUID doctorId, UUID patientId, UUID noteId, int revision)
        implements DoctorEvent {

    public static final String TYPE = "doctor.note-written";

    public NoteWritten(Instant occurredAt, UUID doctorId, UUID patientId, UUID noteId, int revision) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId, patientId, noteId, revision);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
