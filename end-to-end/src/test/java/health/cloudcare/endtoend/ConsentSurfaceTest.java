package health.cloudcare.endtoend;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The documented consent calls, from the scanned QR code to the withdrawn consent. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentSurfaceTest {

    private static final String CONSENTS = "/api/v1/consents/";

    private final Suite suite;
    private final Gateway gateway;
    private SignedIn patient;
    private SignedIn doctor;

    ConsentSurfaceTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @BeforeAll
    void aPatientAndADoctorOfAVerifiedHospital() {
        patient = SignedIn.newPatient(gateway);
        SignedIn hospital = Hospitals.signedUp(gateway);
        Hospitals.vouchForHospital(suite, hospital);
        SignedIn unverified = Hospitals.doctorOf(hospital, NewDoctor.invent());
        assertProblem(ask(unverified, patient.profileId()), 403, "ACCESS_DENIED");
        gateway.post(
                        "/api/v1/auth/doctors/" + unverified.profileId() + "/verify",
                        Map.of(),
                        hospital.renewed().token())
                .expect(200);
        doctor = unverified.renewed();
        // a patient who signed up a moment ago is known to everybody soon
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> ask(doctor, patient.profileId()).status() == 201);
    }

    @Test
    void aRequestIsApprovedNarrowedAndWithdrawn() {
        JsonNode asked = ask(doctor, patient.profileId()).expect(201).json();
        assertThat(asked.path("status").asText()).isEqualTo("PENDING");
        assertThat(asked.path("requested_at").asText()).endsWith("Z");
        assertThat(ask(doctor, patient.profileId()).expect(201).json().path("id"))
                .isEqualTo(asked.path("id"));
        String consent = asked.path("id").asText();
        assertThat(listed("PENDING")).contains(consent);
        assertProblem(answer(doctor, consent, Map.of("status", "APPROVED")), 404, "NOT_FOUND");
        assertProblem(delete(consent), 409, "CONSENT_STATE");

        JsonNode approved = answer(patient, consent, Map.of("status", "approved", "categories", List.of("WEARABLES")))
                .expect(200)
                .json();

        assertThat(approved.path("status").asText()).isEqualTo("APPROVED");
        assertThat(approved.path("responded_at").asText()).endsWith("Z");
        assertThat(listed("PENDING")).doesNotContain(consent);
        assertThat(patient.get(CONSENTS + consent + "/can-revoke")
                        .expect(200)
                        .json()
                        .path("canRevoke")
                        .asBoolean())
                .isTrue();
        assertProblem(answer(patient, consent, Map.of("status", "DENIED")), 409, "CONSENT_STATE");
        answer(patient, consent, Map.of("status", "REVOKED")).expect(200);
        assertThat(listed("REVOKED")).contains(consent);
    }

    @Test
    void aDeniedRequestMayBeDeleted() {
        SignedIn other = SignedIn.newPatient(gateway);
        String consent = await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> ask(doctor, other.profileId()), asked -> asked.status() != 404)
                .expect(201)
                .json()
                .path("id")
                .asText();

        answer(other, consent, Map.of("status", "DENIED")).expect(200);

        assertThat(gateway.delete(CONSENTS + consent, other.token())
                        .expect(200)
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusesWhoeverMayNotAskOrAnswer() {
        assertProblem(ask(patient, patient.profileId()), 403, "ACCESS_DENIED");
        assertProblem(ask(doctor, UUID.randomUUID()), 404, "NOT_FOUND");
        assertProblem(gateway.post(CONSENTS + "request", Map.of()), 401, "AUTH_FAILED");
        assertInvalid(answer(patient, UUID.randomUUID().toString(), Map.of("status", "MAYBE")), "status");
        SignedIn stranger = SignedIn.newPatient(gateway);
        assertProblem(stranger.get(CONSENTS + "patient/" + patient.profileId()), 404, "NOT_FOUND");
    }

    private Answer ask(SignedIn caller, UUID patientId) {
        Map<String, Object> body = Map.of(
                "patient_id",
                patientId,
                "doctor_id",
                caller.profileId(),
                "facility_name",
                "Dr. Asha Rao",
                "expires_in_days",
                90);
        return caller.post(CONSENTS + "request", body);
    }

    private Answer answer(SignedIn caller, String consent, Map<String, ?> body) {
        return gateway.send(
                "PATCH",
                CONSENTS + consent,
                body,
                Map.of("Authorization", "Bearer " + caller.token(), "Content-Type", "application/json"));
    }

    private Answer delete(String consent) {
        return gateway.delete(CONSENTS + consent, patient.token());
    }

    private List<String> listed(String status) {
        return patient.get(CONSENTS + "patient/" + patient.profileId() + "?status_filter=" + status)
                .expect(200)
                .json()
                .findValuesAsText("id");
    }
}
