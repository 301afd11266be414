package health.cloudcare.doctor.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;

/** What a doctor wrote down about a patient. It is part of the patient's record, and is not changed afterwards. */
@Entity
@Table(name = "clinical_note")
@NullUnmarked
class ClinicalNote {

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "record_type")
    private NoteType type;

    private String title;

    private String description;

    @Nullable
    private String diagnosis;

    @Nullable
    private String prescriptions;

    @Nullable
    @Column(name = "doctor_notes")
    private String doctorNotes;

    @Column(name = "note_date")
    private LocalDate day;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ClinicalNote() {}

    ClinicalNote(UUID patientId, UUID doctorId, WriteNoteRequest written, LocalDate day, Instant now) {
        this.id = UuidV7.at(now);
        this.patientId = patientId;
        this.doctorId = doctorId;
        this.type = written.recordType();
        this.title = written.title();
        this.description = written.description();
        this.diagnosis = written.diagnosis();
        this.prescriptions = written.prescriptions();
        this.doctorNotes = written.doctorNotes();
        this.day = day;
        this.createdAt = now;
    }

    NoteResponse response() {
        return new NoteResponse(
                id,
                patientId,
                doctorId,
                type,
                title,
                description,
                diagnosis,
                prescriptions,
                doctorNotes,
                day,
                createdAt);
    }

    LocalDate day() {
        return day;
    }

    @Override
    public String toString() {
        return "ClinicalNote " + id;
    }
}
