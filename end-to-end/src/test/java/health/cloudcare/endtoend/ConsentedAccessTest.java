package health.cloudcare.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a consent opens and its end closes, in every service that holds a patient's data. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentedAccessTest {

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

    private final Suite suite;
    private final Gateway gateway;
    private SignedIn patient;
    private SignedIn doctor;
    private SignedIn hospital;

    ConsentedAccessTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @BeforeAll
    void people() {
        patient = SignedIn.newPatient(gateway);
        hospital = Hospitals.verified(suite);
        doctor = Hospitals.verifiedDoctorOf(hospital);
    }

    @Test
    void aConsentOpensEveryServiceAndItsRevocationClosesThemAll() {
        everywhere(patient.profileId())
                .forEach(path -> assertThat(doctor.get(path).status()).as(path).isEqualTo(403));
        String consent = Consents.requested(doctor, patient.profileId());
        await().until(() -> row(doctor).path("status").asText().equals("LOCKED"));
        assertNameOnly(row(doctor));

        Consents.approve(patient, consent, Map.of()).expect(200);

        everywhere(patient.profileId()).forEach(path -> awaitStatus(doctor, path, 200));
        await().until(() -> row(doctor).path("access_granted").asBoolean());
        assertThat(row(doctor).path("patient_age").isInt()).isTrue();
        uploaded(doctor).expect(201);
        doctor.post(notes(), note()).expect(201);

        Consents.revoke(patient, consent).expect(200);

        everywhere(patient.profileId()).forEach(path -> awaitStatus(doctor, path, 403));
        assertProblem(uploaded(doctor), 403, "ACCESS_DENIED");
        assertProblem(doctor.post(notes(), note()), 403, "ACCESS_DENIED");
        await().until(() -> row(doctor).path("status").asText().equals("LOCKED"));
        assertNameOnly(row(doctor));
    }

    @Test
    void aDoctorGivesAccessUpAndKeepsTheNameOnTheList() {
        String consent = Consents.granted(patient, doctor);
        everywhere(patient.profileId()).forEach(path -> awaitStatus(doctor, path, 200));

        gateway.delete("/api/v1/doctors/" + doctor.profileId() + "/patients/" + patient.profileId(), doctor.token())
                .expect(200);

        everywhere(patient.profileId()).forEach(path -> awaitStatus(doctor, path, 403));
        assertNameOnly(row(doctor));
        assertThat(consents("REVOKED")).contains(consent);
    }

    @Test
    void anEmergencyOpensEverythingAtOnceAndTellsPatientAndHospital() {
        SignedIn stranger = SignedIn.newPatient(gateway);
        String opened = "/api/v1/patients/" + stranger.profileId() + "/emergency-access";
        assertProblem(doctor.post(opened, Map.of("reason", "short")), 422, "VALIDATION_ERROR");
        JsonNode emergency = await().atMost(Imports.PATIENCE)
                .until(
                        () -> doctor.post(
                                opened,
                                Map.of("reason", "Unconscious after an accident", "facility_name", "Dr. Asha Rao")),
                        answer -> answer.status() != 404)
                .expect(201)
                .json();

        everywhere(stranger.profileId()).forEach(path -> awaitStatus(doctor, path, 200));
        awaitNotice(stranger);
        awaitNotice(hospital);
        JsonNode listed = stranger.get(Consents.PATH + "patient/" + stranger.profileId())
                .expect(200)
                .json();
        assertThat(listed.path(0).path("id")).isEqualTo(emergency.path("id"));
        assertThat(listed.path(0).path("description").asText()).isEqualTo("Unconscious after an accident");

        Consents.revoke(stranger, emergency.path("id").asText()).expect(200);
        everywhere(stranger.profileId()).forEach(path -> awaitStatus(doctor, path, 403));
    }

    @Test
    void aHospitalSeesAPatientFromTheApprovalToTheDischarge() {
        SignedIn guest = SignedIn.newPatient(gateway);
        String admit = "/api/v1/hospitals/" + hospital.profileId() + "/admit";
        String consent = await().atMost(Imports.PATIENCE)
                .until(
                        () -> hospital.post(admit, Map.of("patient_id", guest.profileId(), "reason", "Appendicitis")),
                        answer -> answer.status() != 404)
                .expect(200)
                .json()
                .path("consent_id")
                .asText();
        everywhere(guest.profileId()).forEach(path -> awaitStatus(hospital, path, 403));

        Consents.approve(guest, consent, Map.of()).expect(200);

        everywhere(guest.profileId()).forEach(path -> awaitStatus(hospital, path, 200));
        await().until(() -> statusAt(hospital, guest).equals("Admitted"));
        assertProblem(Consents.revoke(guest, consent), 409, "CONSENT_STATE");

        Consents.discharge(hospital, guest).expect(200);

        everywhere(guest.profileId()).forEach(path -> awaitStatus(hospital, path, 403));
        await().until(() -> statusAt(hospital, guest).equals("Discharged"));
    }

    @Test
    void theTestAidDeletesAllConsentsForAnAdministratorAlone() {
        SignedIn other = SignedIn.newPatient(gateway);
        String consent = Consents.requested(doctor, other.profileId());
        assertProblem(gateway.delete(Consents.PATH + "cleanup/all", doctor.token()), 403, "ACCESS_DENIED");

        gateway.delete(Consents.PATH + "cleanup/all", suite.administratorToken())
                .expect(200);

        assertThat(other.get(Consents.PATH + "patient/" + other.profileId())
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .doesNotContain(consent);
    }

    /** One read of each service that holds data of patients. */
    private static List<String> everywhere(UUID patientId) {
        return List.of(
                "/api/v1/patients/" + patientId + "/profile",
                "/api/v1/wearables/summary/today?patient_id=" + patientId,
                "/api/v1/wearables/metrics/comprehensive?patient_id=" + patientId,
                "/api/v1/documents/" + patientId,
                "/api/v1/patients/" + patientId + "/notes",
                "/api/v1/patients/" + patientId + "/admissions");
    }

    private static void awaitStatus(SignedIn caller, String path, int status) {
        await(path + " answers " + status).until(() -> caller.get(path).status() == status);
    }

    private static void awaitNotice(SignedIn recipient) {
        await("a notice of the emergency").atMost(Imports.PATIENCE).until(() -> StreamSupport.stream(
                        recipient
                                .get("/api/v1/notifications")
                                .expect(200)
                                .json()
                                .findValues("kind")
                                .spliterator(),
                        false)
                .anyMatch(kind -> kind.asText().equals("EMERGENCY")));
    }

    private List<String> consents(String status) {
        return patient.get(Consents.PATH + "patient/" + patient.profileId() + "?status_filter=" + status)
                .expect(200)
                .json()
                .findValuesAsText("id");
    }

    private Answer uploaded(SignedIn caller) {
        String content = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.US_ASCII));
        return caller.post(
                "/api/v1/documents/upload",
                Map.of(
                        "patient_id",
                        patient.profileId(),
                        "title",
                        "Blood count",
                        "description",
                        "No description",
                        "record_type",
                        "LAB_REPORT",
                        "file_data",
                        "data:application/octet-stream;base64," + content));
    }

    private String notes() {
        return "/api/v1/patients/" + patient.profileId() + "/notes";
    }

    private static Map<String, String> note() {
        return Map.of("record_type", "CHECKUP", "title", "Yearly", "description", "Nothing remarkable");
    }

    private JsonNode row(SignedIn caller) {
        JsonNode list = caller.get("/api/v1/doctors/" + caller.profileId() + "/patients")
                .expect(200)
                .json();
        return StreamSupport.stream(list.spliterator(), false)
                .filter(row -> row.path("patient_id")
                        .asText()
                        .equals(patient.profileId().toString()))
                .findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private static void assertNameOnly(JsonNode row) {
        assertThat(row.path("patient_name").asText()).isNotBlank();
        assertThat(row.path("access_granted").asBoolean()).isFalse();
        for (String member : List.of("patient_age", "patient_gender", "patient_blood_group", "patient_phone")) {
            assertThat(row.path(member).isNull() || row.path(member).isMissingNode())
                    .as(member)
                    .isTrue();
        }
    }

    private static String statusAt(SignedIn caller, SignedIn guest) {
        JsonNode list = caller.get("/api/v1/hospitals/" + caller.profileId() + "/patients")
                .expect(200)
                .json();
        return StreamSupport.stream(list.spliterator(), false)
                .filter(row -> row.path("id").asText().equals(guest.profileId().toString()))
                .map(row -> row.path("status").asText())
                .findFirst()
                .orElse("");
    }
}
