package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.staff.Attendance;

/** A stay in a hospital, or the wish for one. Its consent tells it from others: by one consent, a patient is admitted once. */
@Entity
@Table(name = "admission")
@NullUnmarked
class Admission {

    @Id
    private UUID id;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "consent_version")
    private int consentVersion;

    @Column(name = "hospital_id")
    private UUID hospitalId;

    @Nullable
    @Column(name = "patient_id")
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private AdmissionStatus status;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Nullable
    @Column(name = "admitted_at")
    private Instant admittedAt;

    @Nullable
    @Column(name = "discharged_at")
    private Instant dischargedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "closed_because")
    private ClosingReason closedBecause;

    @Column(name = "has_bed")
    private boolean hasBed;

    @Nullable
    @Embedded
    private AdmissionDetails details;

    @Nullable
    @Embedded
    private Departure departure;

    protected Admission() {}

    /** Whether this version of the consent is news; then none before it is, any more. */
    boolean takesIn(int version) {
        if (version <= consentVersion) {
            return false;
        }
        consentVersion = version;
        return true;
    }

    /** What the hospital said last counts, until the stay is over. */
    void describe(@Nullable UUID patient, AdmissionDetails said) {
        if (isPending() || isRunning()) {
            details = said;
            patientId = patient == null ? patientId : patient;
        }
    }

    void awaitAnswerOf(UUID patient) {
        patientId = patient;
    }

    /** @param withBed false when the patient has one already */
    void admit(UUID patient, boolean withBed, Instant at) {
        patientId = patient;
        status = AdmissionStatus.ADMITTED;
        admittedAt = at;
        hasBed = withBed;
    }

    /** Whether a bed is free by that. */
    boolean discharge(Departure words, Instant at) {
        boolean freesBed = hasBed;
        status = AdmissionStatus.DISCHARGED;
        dischargedAt = at;
        departure = words;
        hasBed = false;
        return freesBed;
    }

    void close(ClosingReason reason) {
        status = AdmissionStatus.CLOSED;
        closedBecause = reason;
    }

    /** That somebody was here stays; who, and why, does not. */
    void forgetPatient() {
        patientId = null;
        details = null;
        departure = null;
    }

    Attendance attendance() {
        return new Attendance(hospitalId, Objects.requireNonNull(patientId), id, consentId);
    }

    boolean isPending() {
        return status == AdmissionStatus.PENDING;
    }

    boolean isRunning() {
        return status == AdmissionStatus.ADMITTED;
    }

    UUID id() {
        return id;
    }

    UUID consentId() {
        return consentId;
    }

    UUID hospitalId() {
        return hospitalId;
    }

    @Nullable
    UUID patientId() {
        return patientId;
    }

    AdmissionStatus status() {
        return status;
    }

    @Nullable
    Instant admittedAt() {
        return admittedAt;
    }

    @Nullable
    Instant dischargedAt() {
        return dischargedAt;
    }

    AdmissionDetails details() {
        return details == null ? AdmissionDetails.NONE : details;
    }

    Departure departure() {
        return departure == null ? Departure.WITHOUT_A_WORD : departure;
    }

    @Override
    public String toString() {
        return "Admission " + id;
    }
}
