package health.cloudcare.hospital.admission;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.emergency.Severity;
import health.cloudcare.hospital.patientservice.AdmissionWish;
import health.cloudcare.servicekit.problem.FieldError;

/** What both documents know of an admission. The patient is named by one of the two. */
record AdmitRequest(
        @Pattern(regexp = AADHAAR, message = "must be 12 digits") @Nullable
        String aadharNumber,

        @Nullable UUID patientId,
        @Size(max = 1000) @Nullable String reason,
        @Nullable UUID doctorId,
        @Size(max = 500) @Nullable String condition,
        @Nullable Severity severity,
        @Size(max = 100) @Nullable String department) {

    /** With inner spaces and dashes, as people type it. Whether it is one is for the vault to say. */
    static final String AADHAAR = "[0-9](?:[ -]?[0-9]){11}";

    static final String NO_REASON = "Hospital Admission";

    AdmitRequest {
        aadharNumber = text(aadharNumber);
        reason = text(reason);
        condition = text(condition);
        department = text(department);
    }

    /** What no annotation can say. */
    List<FieldError> errors() {
        return (aadharNumber == null) == (patientId == null)
                ? List.of(new FieldError("patient_id", "is needed, or an aadhar_number, and not both", "one_of"))
                : List.of();
    }

    AdmissionWish wishOf(String hospitalName) {
        return new AdmissionWish(patientId, aadharNumber, hospitalName, reasonOrNone());
    }

    AdmissionDetails details() {
        return new AdmissionDetails(reasonOrNone(), doctorId, condition, severity, department);
    }

    private String reasonOrNone() {
        return reason == null ? NO_REASON : reason;
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    @Override
    public String toString() {
        return "AdmitRequest";
    }
}
