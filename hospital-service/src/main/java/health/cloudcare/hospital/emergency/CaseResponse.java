package health.cloudcare.hospital.emergency;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.patientservice.PatientCard;

/**
 * @param age in years, null when the hospital may not know it
 * @param version what {@code If-Match} is compared with
 */
record CaseResponse(
        UUID id,
        UUID hospitalId,
        @Nullable UUID patientId,
        @Nullable String patientName,
        @Nullable Integer age,
        @Nullable String gender,
        @Nullable UUID doctorId,
        @Nullable String condition,
        @Nullable Severity severity,
        CaseStatus status,
        @Nullable String department,
        @Nullable String notes,
        Instant admittedTime,
        Instant updatedAt,
        long version) {

    static CaseResponse of(EmergencyCase found, @Nullable PatientCard card) {
        return new CaseResponse(
                found.id(),
                found.hospitalId(),
                found.patientId(),
                card == null ? null : card.name(),
                card == null ? null : card.age(),
                card == null ? null : card.gender(),
                found.doctorId(),
                found.condition(),
                found.severity(),
                found.status(),
                found.department(),
                found.notes(),
                found.admittedTime(),
                found.updatedAt(),
                found.version());
    }

    @Override
    public String toString() {
        return "CaseResponse " + id;
    }
}
