package health.cloudcare.doctor.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A note as it stands.
 *
 * @param doctorName of who wrote it; null once they have left
 * @param date the day it is about
 * @param revision how often it was written: 1 unless it was amended
 */
record NoteResponse(
        UUID id,
        UUID patientId,
        UUID doctorId,
        @Nullable String doctorName,
        NoteType recordType,
        String title,
        String description,
        @Nullable String diagnosis,
        @Nullable String prescriptions,
        @Nullable String doctorNotes,
        List<Medication> medications,
        LocalDate date,
        int revision,
        Instant createdAt,
        @Nullable Instant amendedAt) {

    static NoteResponse of(ClinicalNote note, @Nullable String doctorName) {
        NoteContent content = note.content();
        return new NoteResponse(
                note.id(),
                note.patientId(),
                note.doctorId(),
                doctorName,
                content.type(),
                content.title(),
                content.description(),
                content.diagnosis(),
                content.prescriptions(),
                content.doctorNotes(),
                content.medications(),
                content.day(),
                note.revision(),
                note.createdAt(),
                note.amendedAt());
    }

    @Override
    public String toString() {
        return "NoteResponse " + id;
    }
}
