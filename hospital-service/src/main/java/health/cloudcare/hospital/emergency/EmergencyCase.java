package health.cloudcare.hospital.emergency;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;

/** Somebody who is in the hospital because it could not wait. It lives as long as the admission. */
@Entity
@Table(name = "emergency_case")
@NullUnmarked
class EmergencyCase {

    @Id
    private UUID id;

    @Column(name = "hospital_id")
    private UUID hospitalId;

    @Column(name = "admission_id")
    private UUID admissionId;

    @Nullable
    @Column(name = "patient_id")
    private UUID patientId;

    @Nullable
    @Column(name = "doctor_id")
    private UUID doctorId;

    @Nullable
    private String condition;

    /** Null once the patient is forgotten. */
    @Nullable
    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Nullable
    private String department;

    @Nullable
    private String notes;

    @Column(name = "admitted_time")
    private Instant admittedTime;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    protected EmergencyCase() {}

    EmergencyCase(NewCase said, CaseStatus status, Instant now) {
        this.id = UuidV7.at(now);
        this.hospitalId = said.hospitalId();
        this.admissionId = said.admissionId();
        this.status = status;
        this.admittedTime = now;
        this.createdAt = now;
        describe(said, now);
    }

    /** What the hospital said last counts. */
    void describe(NewCase said, Instant now) {
        patientId = said.patientId() == null ? patientId : said.patientId();
        doctorId = said.doctorId();
        condition = said.condition();
        severity = said.severity();
        department = said.department();
        updatedAt = now;
    }

    void name(UUID patient, Instant at) {
        patientId = patient;
        updatedAt = at;
    }

    void treat(UUID patient, Instant at) {
        patientId = patient;
        status = CaseStatus.IN_TREATMENT;
        admittedTime = at;
        updatedAt = at;
    }

    void discharge(Instant at) {
        status = CaseStatus.DISCHARGED;
        updatedAt = at;
    }

    void change(CaseChange change, Instant at) {
        severity = change.severity() == null ? severity : change.severity();
        status = change.status() == null ? status : change.status();
        department = said(change.department(), department);
        notes = said(change.notes(), notes);
        updatedAt = at;
    }

    /** Blank takes back what was there. */
    private static @Nullable String said(@Nullable String now, @Nullable String before) {
        if (now == null) {
            return before;
        }
        return now.isBlank() ? null : now.strip();
    }

    /** That there was an emergency stays; whose, and which, does not. */
    void forgetPatient() {
        patientId = null;
        doctorId = null;
        condition = null;
        severity = null;
        department = null;
        notes = null;
    }

    UUID id() {
        return id;
    }

    UUID admissionId() {
        return admissionId;
    }

    UUID hospitalId() {
        return hospitalId;
    }

    @Nullable
    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID doctorId() {
        return doctorId;
    }

    @Nullable
    String condition() {
        return condition;
    }

    @Nullable
    Severity severity() {
        return severity;
    }

    CaseStatus status() {
        return status;
    }

    @Nullable
    String department() {
        return department;
    }

    @Nullable
    String notes() {
        return notes;
    }

    Instant admittedTime() {
        return admittedTime;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }

    @Override
    public String toString() {
        return "EmergencyCase " + id;
    }
}
