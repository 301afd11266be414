package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.emergency.Severity;

/** @param status {@code ADMITTED} or {@code DISCHARGED} */
record AdmissionResponse(
        UUID id,
        UUID hospitalId,
        String hospitalName,
        AdmissionStatus status,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable String reason,
        @Nullable UUID doctorId,
        @Nullable String condition,
        @Nullable Severity severity,
        @Nullable String department,
        @Nullable String note,
        @Nullable String documentUrl) {

    static AdmissionResponse of(Admission admission, String hospitalName) {
        AdmissionDetails details = admission.details();
        return new AdmissionResponse(
                admission.id(),
                admission.hospitalId(),
                hospitalName,
                admission.status(),
                admission.admittedAt(),
                admission.dischargedAt(),
                details.reason(),
                details.doctorId(),
                details.condition(),
                details.severity(),
                details.department(),
                admission.departure().note(),
                admission.departure().documentUrl());
    }

    @Override
    public String toString() {
        return "AdmissionResponse " + id;
    }
}
