package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

/**
 * A patient on a doctor's list. What it says of access lags behind the consents; whoever reads it asks for the consent of this
 * moment as well.
 */
@Entity
@Table(name = "doctor_patient")
@NullUnmarked
class DoctorPatient {

    @Id
    private UUID id;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private CareStatus status;

    @Enumerated(EnumType.STRING)
    private CareCondition condition;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Nullable
    @Column(name = "removed_at")
    private Instant removedAt;

    /** How the patient is, as the doctor noted it last; hidden, not lost, while the row is locked. */
    @Enumerated(EnumType.STRING)
    @Column(name = "care_status")
    private CareStatus careStatus;

    @Nullable
    @Column(name = "care_note")
    private String careNote;

    @Nullable
    @Column(name = "next_appointment")
    private Instant nextAppointment;

    @Column(name = "emergency_flag")
    private boolean emergencyFlag;

    @Version
    private long version;

    protected DoctorPatient() {}

    DoctorPatient(UUID doctorId, UUID patientId, Instant assignedAt) {
        this.id = UuidV7.at(assignedAt);
        this.doctorId = doctorId;
        this.patientId = patientId;
        this.assignedAt = assignedAt;
        this.careStatus = CareStatus.ACTIVE;
        lock(CareCondition.AWAITING);
    }

    /** @param consents all that are assigning, at least one; what it becomes follows from them whatever it was */
    void settle(List<PatientConsent> consents) {
        consents.stream()
                .map(PatientConsent::askedAt)
                .filter(asked -> asked.isBefore(assignedAt))
                .min(Comparator.naturalOrder())
                .ifPresent(asked -> assignedAt = asked);
        List<PatientConsent> current = consents.stream()
                .filter(consent -> removedAt == null || consent.askedAt().isAfter(removedAt))
                .toList();
        if (current.isEmpty()) {
            lock(CareCondition.REMOVED);
        } else if (hasAny(current, ConsentStanding.GRANTED)) {
            open();
        } else {
            lock(hasAny(current, ConsentStanding.REQUESTED) ? CareCondition.AWAITING : endOf(current));
        }
    }

    /** The doctor gave the access up: consents asked for until then open nothing any more. */
    void remove(Instant at) {
        removedAt = at;
        lock(CareCondition.REMOVED);
    }

    /** By a connection alone: the name, and nothing else. */
    void connect() {
        lock(CareCondition.CONNECTED);
    }

    void note(CareNote said) {
        careStatus = said.status();
        status = isOpen() ? careStatus : status;
        careNote = said.condition();
        nextAppointment = said.nextAppointment();
        emergencyFlag = said.emergencyFlag();
    }

    CareNote note() {
        return new CareNote(careStatus, careNote, nextAppointment, emergencyFlag);
    }

    long version() {
        return version;
    }

    boolean isOpen() {
        return status != CareStatus.LOCKED;
    }

    private void open() {
        status = careStatus;
        condition = CareCondition.GRANTED;
    }

    private void lock(CareCondition reason) {
        status = CareStatus.LOCKED;
        condition = reason;
    }

    private static boolean hasAny(List<PatientConsent> consents, ConsentStanding standing) {
        return consents.stream().anyMatch(consent -> consent.standing() == standing);
    }

    private static CareCondition endOf(List<PatientConsent> consents) {
        return consents.stream()
                .max(Comparator.comparing(PatientConsent::changedAt))
                .map(newest -> CareCondition.of(newest.standing()))
                .orElseThrow();
    }

    UUID id() {
        return id;
    }

    UUID doctorId() {
        return doctorId;
    }

    UUID patientId() {
        return patientId;
    }

    CareStatus status() {
        return status;
    }

    CareCondition condition() {
        return condition;
    }

    Instant assignedAt() {
        return assignedAt;
    }

    @Override
    public String toString() {
        return "DoctorPatient " + id;
    }
}
