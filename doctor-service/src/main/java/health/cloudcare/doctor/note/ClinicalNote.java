package health.cloudcare.doctor.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.NoteWritten;
import health.cloudcare.contracts.UuidV7;

/** What a doctor wrote down about a patient. It is part of the patient's record: what it said before it was amended stays. */
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

    @Embedded
    private NoteContent content;

    @Column(name = "created_at")
    private Instant createdAt;

    private int revision;

    @Nullable
    @Column(name = "amended_at")
    private Instant amendedAt;

    protected ClinicalNote() {}

    ClinicalNote(UUID patientId, UUID doctorId, NoteContent content, Instant now) {
        this.id = UuidV7.at(now);
        this.patientId = patientId;
        this.doctorId = doctorId;
        this.content = content;
        this.createdAt = now;
        this.revision = 1;
    }

    /** What it said until now. */
    NoteRevision amend(NoteContent amended, @Nullable String reason, Instant at) {
        NoteRevision before = new NoteRevision(this, reason, at);
        content = amended;
        amendedAt = at;
        revision++;
        return before;
    }

    NoteWritten event(Instant at) {
        return new NoteWritten(at, doctorId, patientId, id, revision);
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID doctorId() {
        return doctorId;
    }

    NoteContent content() {
        return content;
    }

    LocalDate day() {
        return content.day();
    }

    int revision() {
        return revision;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant amendedAt() {
        return amendedAt;
    }

    /** When what it says now was written. */
    Instant writtenAt() {
        return amendedAt == null ? createdAt : amendedAt;
    }

    @Override
    public String toString() {
        return "ClinicalNote " + id;
    }
}
