package health.cloudcare.hospital.admission;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.emergency.Severity;

/**
 * Why somebody is to be admitted, as the hospital said it.
 *
 * @param reason what the patient reads, too
 * @param doctorId who is to care for them
 */
@Embeddable
record AdmissionDetails(
        @Column(name = "reason") @Nullable String reason,
        @Column(name = "doctor_id") @Nullable UUID doctorId,
        @Column(name = "condition") @Nullable String condition,

        @Enumerated(EnumType.STRING) @Column(name = "severity") @Nullable
        Severity severity,

        @Column(name = "department") @Nullable String department) {

    /** Hibernate reads an embedded value of nulls as null. */
    static final AdmissionDetails NONE = new AdmissionDetails(null, null, null, null, null);

    @Override
    public String toString() {
        return "AdmissionDetails";
    }
}
