package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.hospital.NewHospital;

/** What patient-service tells of one consent of a patient to a hospital. */
record ConsentStory(UUID consentId, UUID patientId, UUID hospitalId) {

    static final Instant REQUESTED_AT = Instant.parse("2025-11-21T09:00:00Z");
    static final Instant ADMITTED_AT = Instant.parse("2025-11-21T10:00:00Z");

    static ConsentStory of(UUID patientId, NewHospital hospital) {
        return new ConsentStory(UUID.randomUUID(), patientId, hospital.hospitalId());
    }

    ConsentRequested requested() {
        return new ConsentRequested(REQUESTED_AT, patientId, consentId, 1, null, hospitalId);
    }

    ConsentGranted granted() {
        return granted(ADMITTED_AT);
    }

    ConsentGranted granted(Instant at) {
        return granted(at, "HOSPITAL_ADMISSION");
    }

    ConsentGranted granted(Instant at, String kind) {
        return new ConsentGranted(
                at,
                patientId,
                consentId,
                2,
                null,
                hospitalId,
                List.of("APPOINTMENTS"),
                List.of(),
                null,
                null,
                "RAW",
                at.plusSeconds(3600),
                null,
                null,
                "VIEW",
                kind);
    }

    ConsentDenied denied() {
        return new ConsentDenied(ADMITTED_AT, patientId, consentId, 2, null, hospitalId);
    }

    ConsentExpired expired(int version) {
        return new ConsentExpired(ADMITTED_AT, patientId, consentId, version, null, hospitalId);
    }

    ConsentRevoked revoked(int version) {
        return new ConsentRevoked(ADMITTED_AT, patientId, consentId, version, null, hospitalId);
    }

    PatientErased erased() {
        return new PatientErased(ADMITTED_AT, patientId);
    }
}
