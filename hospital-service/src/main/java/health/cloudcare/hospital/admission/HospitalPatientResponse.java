package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.emergency.CaseStatus;
import health.cloudcare.hospital.patientservice.PatientCard;

/**
 * @param age in years, 0 when the hospital may not know it
 * @param gender {@code UNKNOWN} when the hospital may not know it
 * @param status as the app shows it
 * @param lastVisit when they came, or left; null before they did
 */
record HospitalPatientResponse(
        UUID id,
        String name,
        int age,
        String gender,
        String status,
        @Nullable Instant lastVisit) {

    private static final String UNKNOWN = "UNKNOWN";

    static HospitalPatientResponse of(Admission admission, PatientCard card, @Nullable CaseStatus emergency) {
        Integer age = card.age();
        String gender = card.gender();
        return new HospitalPatientResponse(
                card.patientId(),
                card.name(),
                age == null ? 0 : age,
                gender == null ? UNKNOWN : gender,
                switch (admission.status()) {
                    case ADMITTED -> emergency == CaseStatus.IN_TREATMENT ? "Emergency" : "Admitted";
                    case PENDING -> "Admission Pending";
                    case DISCHARGED, CLOSED -> emergency == null ? "Discharged" : "Discharged (Emergency)";
                },
                admission.dischargedAt() == null ? admission.admittedAt() : admission.dischargedAt());
    }

    @Override
    public String toString() {
        return "HospitalPatientResponse of patient " + id;
    }
}
