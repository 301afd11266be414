package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is known of a consent to a doctor. It depends on which events were heard of, not on their order or number. */
@Entity
@Table(name = "patient_consent")
@NullUnmarked
class PatientConsent {

    @Id
    @Column(name = "consent_id")
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    private int version;

    @Enumerated(EnumType.STRING)
    private ConsentStanding standing;

    private boolean emergency;

    @Nullable
    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected PatientConsent() {}

    PatientConsent(ConsentNews news) {
        this.id = news.consentId();
        this.patientId = news.patientId();
        this.doctorId = news.doctorId();
        learn(news);
    }

    final void learn(ConsentNews news) {
        emergency |= news.emergency();
        if (news.isAssigning() && (askedAt == null || news.at().isBefore(askedAt))) {
            askedAt = news.at();
        }
        if (news.version() > version) {
            version = news.version();
            standing = news.standing();
            changedAt = news.at();
        }
    }

    /** Whether it makes the patient one of the doctor's. */
    boolean isAssigning() {
        return askedAt != null && !emergency;
    }

    ConsentStanding standing() {
        return standing;
    }

    /** Of an assigning one alone. */
    Instant askedAt() {
        return askedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public String toString() {
        return "PatientConsent " + id;
    }
}
