package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.journey.Answer;

import static org.awaitility.Awaitility.await;

/** What doctors and patients do with consents. */
final class Consents {

    static final String PATH = "/api/v1/consents/";

    private static final String REQUEST = PATH + "request";
    private static final int CREATED = 201;

    private Consents() {}

    /** The id of a request that waits for an answer. A patient who signed up a moment ago is known soon. */
    static String requested(SignedIn doctor, UUID patientId) {
        return await("the patient is known")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> request(doctor, patientId), answer -> answer.status() == CREATED)
                .json()
                .path("id")
                .asText();
    }

    static Answer request(SignedIn doctor, UUID patientId) {
        Map<String, Object> body =
                Map.of("patient_id", patientId, "doctor_id", doctor.profileId(), "facility_name", "Dr. Asha Rao");
        return doctor.post(REQUEST, body);
    }

    /** As asked for. */
    static String granted(SignedIn patient, SignedIn doctor) {
        return granted(patient, doctor, Map.of());
    }

    /** @param narrowing the members of which less is granted than was asked for */
    static String granted(SignedIn patient, SignedIn doctor, Map<String, ?> narrowing) {
        String consent = requested(doctor, patient.profileId());
        approve(patient, consent, narrowing).expect(200);
        return consent;
    }

    static Answer approve(SignedIn patient, String consent, Map<String, ?> narrowing) {
        Map<String, Object> body = new HashMap<>(narrowing);
        body.put("status", "APPROVED");
        return answer(patient, consent, body);
    }

    static Answer deny(SignedIn patient, String consent) {
        return answer(patient, consent, Map.of("status", "DENIED"));
    }

    static Answer revoke(SignedIn patient, String consent) {
        return answer(patient, consent, Map.of("status", "REVOKED"));
    }

    /** Of the patient's consents to that doctor or hospital those in force, as patient-service, which owns them, tells. */
    static List<String> openTo(SignedIn patient, SignedIn grantee) {
        String id = grantee.profileId().toString();
        JsonNode approved = patient.get(PATH + "patient/" + patient.profileId() + "?status_filter=APPROVED")
                .expect(200)
                .json();
        return StreamSupport.stream(approved.spliterator(), false)
                .filter(consent -> consent.path("doctor_id").asText().equals(id)
                        || consent.path("hospital_id").asText().equals(id))
                .filter(consent -> !consent.path("is_expired").asBoolean())
                .map(consent -> consent.path("id").asText())
                .toList();
    }

    /** The consent by which the patient is in that hospital, which hears of the patient's word some time after it. */
    static String admit(SignedIn hospital, SignedIn patient) {
        String consent = hospital.post(
                        "/api/v1/hospitals/" + hospital.profileId() + "/admit",
                        Map.of("patient_id", patient.profileId()))
                .expect(200)
                .json()
                .path("consent_id")
                .asText();
        approve(patient, consent, Map.of()).expect(200);
        return consent;
    }

    static Answer discharge(SignedIn hospital, SignedIn patient) {
        return hospital.post(
                "/api/v1/hospitals/" + hospital.profileId() + "/patients/" + patient.profileId() + "/discharge",
                Map.of());
    }

    static Answer breakGlass(SignedIn doctor, UUID patientId) {
        return doctor.post(
                "/api/v1/patients/" + patientId + "/emergency-access",
                Map.of("reason", "Found without consciousness."));
    }

    private static Answer answer(SignedIn patient, String consent, Map<String, ?> body) {
        return patient.gateway()
                .send("PATCH", PATH + consent, body, Map.of("Authorization", "Bearer " + patient.token()));
    }
}
