package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

/** What a note says. */
@Embeddable
record NoteContent(
        @Enumerated(EnumType.STRING) @Column(name = "record_type")
        NoteType type,

        @Column(name = "title") String title,
        @Column(name = "description") String description,
        @Column(name = "diagnosis") @Nullable String diagnosis,
        @Column(name = "prescriptions") @Nullable String prescriptions,
        @Column(name = "doctor_notes") @Nullable String doctorNotes,

        @Convert(converter = MedicationsColumn.class) @Column(name = "medications")
        List<Medication> medications,

        @Column(name = "note_date") LocalDate day) {

    static NoteContent of(WriteNoteRequest written, LocalDate day) {
        return new NoteContent(
                written.recordType(),
                written.title(),
                written.description(),
                written.diagnosis(),
                written.prescriptions(),
                written.doctorNotes(),
                written.medications(),
                day);
    }

    @Override
    public String toString() {
        return "***";
    }
}
