package health.cloudcare.doctor.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param date the day it is about */
record NoteResponse(
        UUID id,
        UUID patientId,
        UUID doctorId,
        NoteType recordType,
        String title,
        String description,
        @Nullable String diagnosis,
        @Nullable String prescriptions,
        @Nullable String doctorNotes,
        LocalDate date,
        Instant createdAt) {

    @Override
    public String toString() {
        return "NoteResponse " + id;
    }
}
