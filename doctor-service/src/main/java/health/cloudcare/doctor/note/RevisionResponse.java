package health.cloudcare.doctor.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A note as it stood once.
 *
 * @param amendedAt when it was written anew; null of what it says now
 * @param reason why it was
 */
record RevisionResponse(
        UUID noteId,
        int revision,
        UUID doctorId,
        Instant writtenAt,
        @Nullable Instant amendedAt,
        @Nullable String reason,
        NoteType recordType,
        String title,
        String description,
        @Nullable String diagnosis,
        @Nullable String prescriptions,
        @Nullable String doctorNotes,
        List<Medication> medications,
        LocalDate date) {

    static RevisionResponse of(ClinicalNote note) {
        return of(note, note.revision(), note.writtenAt(), null, null, note.content());
    }

    static RevisionResponse of(ClinicalNote note, NoteRevision before) {
        return of(note, before.revision(), before.writtenAt(), before.amendedAt(), before.reason(), before.content());
    }

    private static RevisionResponse of(
            ClinicalNote note,
            int revision,
            Instant writtenAt,
            @Nullable Instant amendedAt,
            @Nullable String reason,
            NoteContent content) {
        return new RevisionResponse(
                note.id(),
                revision,
                note.doctorId(),
                writtenAt,
                amendedAt,
                reason,
                content.type(),
                content.title(),
                content.description(),
                content.diagnosis(),
                content.prescriptions(),
                content.doctorNotes(),
                content.medications(),
                content.day());
    }

    @Override
    public String toString() {
        return "RevisionResponse " + revision + " of " + noteId;
    }
}
