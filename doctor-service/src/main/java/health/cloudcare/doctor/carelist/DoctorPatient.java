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

    protected DoctorPatient() {}

    DoctorPatient(UUID doctorId, UUID patientId, Instant assignedAt) {
        this.id = UuidV7.at(assignedAt);
        this.doctorId = doctorId;
        this.patientId = patientId;
        this.assignedAt = assignedAt;
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

    boolean isOpen() {
        return status != CareStatus.LOCKED;
    }

    private void open() {
        status = isOpen() ? status : CareStatus.ACTIVE;
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
