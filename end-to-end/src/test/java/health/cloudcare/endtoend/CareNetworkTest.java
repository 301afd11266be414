package health.cloudcare.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

/** Patients, doctors and hospitals with each other, through the gateway: what comes of one in the services of the others. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareNetworkTest {

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

    private final Suite suite;
    private final Gateway gateway;
    private SignedIn hospital;
    private SignedIn doctor;

    CareNetworkTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @BeforeAll
    void people() {
        hospital = Hospitals.verified(suite);
        doctor = Hospitals.verifiedDoctorOf(hospital);
    }

    @Test
    void aConnectionShowsTheNameOpensSingleFilesAndEndsWithThem() {
        SignedIn patient = SignedIn.newPatient(gateway);
        String file = uploaded(patient);
        assertProblem(share(patient, file), 409, "NOT_CONNECTED");
        String connection = Connections.connected(patient, doctor);

        awaitRow(patient, "Connected; no access yet");
        assertThat(row(patient).path("patient_name").asText()).isNotBlank();
        assertThat(row(patient).path("status").asText()).isEqualTo("LOCKED");
        assertThat(doctor.get("/api/v1/patients/" + patient.profileId() + "/profile")
                        .status())
                .isEqualTo(403);
        assertThat(doctor.get("/api/v1/documents/" + patient.profileId()).status())
                .isEqualTo(403);
        await().until(() -> share(patient, file).status() == 200);
        JsonNode shown = doctor.get("/protected/resource/patientFileData/" + patient.profileId())
                .expect(200)
                .json();
        assertThat(shown.path("files").path(0).path("_id").asText()).isEqualTo(file);
        JsonNode link = doctor.get("/protected/resource/fileURL/" + file + "?o=f")
                .expect(200)
                .json();
        assertThat(link.path("url").asText()).contains("X-Amz-Expires=120");
        assertThat(link.path("data").path("url")).isEqualTo(link.path("url"));
        assertThat(doctor.get("/api/v1/documents/" + patient.profileId()).status())
                .as("a grant opens that file only")
                .isEqualTo(403);
        assertThat(connections(patient)).contains(connection);
        await().until(() -> kinds(doctor).containsAll(List.of("CONNECTION_REQUESTED", "DOCUMENT_SHARED")));

        patient.post("/protected/user/deleteConnection/" + doctor.profileId(), Map.of())
                .expect(200);

        await().until(() ->
                doctor.get("/protected/resource/fileURL/" + file + "?o=f").status() == 404);
        assertThat(doctor.get("/protected/resource/patientFileData/" + patient.profileId())
                        .status())
                .isEqualTo(404);
        await().until(() -> row(patient).isMissingNode());
        Connections.connected(patient, doctor);
        await().until(() -> doctor.get("/protected/resource/patientFileData/" + patient.profileId())
                        .status()
                == 200);
        assertThat(doctor.get("/protected/resource/fileURL/" + file + "?o=f").status())
                .as("what was shared before is not shared again")
                .isEqualTo(404);
        await().until(() -> activities(patient).containsAll(List.of("RECORD_SHARED", "DOCUMENT_UPLOADED", "GENERAL")));
    }

    @Test
    void aDoctorSeesWhomTheHospitalGivesThemAndLosesThatByLeavingAndNothingElse() {
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn own = SignedIn.newPatient(gateway);
        SignedIn leaving = Hospitals.verifiedDoctorOf(hospital);
        Consents.granted(own, leaving);
        admit(patient, Map.of("severity", "HIGH", "condition", "Fall", "department", "Surgery"));
        String doctors = at("/patients/" + patient.profileId() + "/doctors");
        await().until(() ->
                hospital.post(doctors, Map.of("doctor_id", leaving.profileId())).status() == 200);

        awaitRead(leaving, patient, 200);
        awaitRead(leaving, own, 200);
        assertThat(leaving.get("/api/v1/patients/" + patient.profileId() + "/notes")
                        .status())
                .isEqualTo(200);
        JsonNode dashboard = hospital.get(at("/dashboard")).expect(200).json();
        assertThat(dashboard.path("active_doctors").asInt()).isPositive();
        assertThat(dashboard.path("emergency_cases").asInt()).isPositive();
        await().until(() -> kinds(leaving).contains("PATIENT_ASSIGNED"));
        int before = dashboard.path("total_doctors").asInt();

        gateway.send("DELETE", at("/doctors/" + leaving.profileId()), bearer(hospital))
                .expect(200);

        awaitRead(leaving, patient, 403);
        assertThat(leaving.get(profile(own)).status())
                .as("by the patient's own consent")
                .isEqualTo(200);
        await().until(() -> hospital.get(at("/dashboard"))
                        .expect(200)
                        .json()
                        .path("total_doctors")
                        .asInt()
                == before - 1);
        assertThat(hospital.get(profile(patient)).status()).isEqualTo(200);
        Consents.discharge(hospital, patient).expect(200);
        awaitRead(hospital, patient, 403);
    }

    @Test
    void aDoctorIsInvitedAcceptsAndAttends() {
        SignedIn elsewhere = Hospitals.verified(suite);
        SignedIn patient = SignedIn.newPatient(gateway);
        hospital.post(at("/doctors"), Map.of("doctor_id", doctorOf(elsewhere).profileId()))
                .expect(200);
        SignedIn invited = lastDoctor;
        await().until(() -> kinds(invited).contains("AFFILIATION"));
        String invitations = "/api/v1/doctors/" + invited.profileId() + "/invitations";
        assertThat(invited.get(invitations)
                        .expect(200)
                        .json()
                        .path(0)
                        .path("hospital_id")
                        .asText())
                .isEqualTo(hospital.profileId().toString());

        invited.post(invitations + "/" + hospital.profileId(), Map.of()).expect(200);

        assertThat(invited.get("/api/v1/doctors/" + invited.profileId() + "/hospitals")
                        .expect(200)
                        .json())
                .hasSize(2);
        assertThat(ids(hospital.get(at("/doctors")).expect(200).json()))
                .contains(invited.profileId().toString());
        admit(patient, Map.of());
        String doctors = at("/patients/" + patient.profileId() + "/doctors");
        await().until(() ->
                hospital.post(doctors, Map.of("doctor_id", invited.profileId())).status() == 200);
        awaitRead(invited, patient, 200);
        Consents.discharge(hospital, patient).expect(200);
        awaitRead(invited, patient, 403);
    }

    @Test
    void ofAllWhoApproveAtOnceAsManyAreAdmittedAsThereAreBeds() {
        SignedIn small = Hospitals.verified(suite);
        gateway.send("PUT", at(small, "/resources"), Map.of("total_beds", 3), bearer(small))
                .expect(200);
        List<SignedIn> patients = Together.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<SignedIn>) () -> SignedIn.newPatient(gateway))
                .toList());
        List<String> consents = new ArrayList<>();
        for (SignedIn patient : patients) {
            consents.add(await().atMost(Imports.PATIENCE)
                    .until(
                            () -> small.post(at(small, "/admit"), Map.of("patient_id", patient.profileId())),
                            answer -> answer.status() == 200)
                    .json()
                    .path("consent_id")
                    .asText());
        }

        Together.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Answer>) () -> Consents.approve(patients.get(i), consents.get(i), Map.of()))
                .toList());

        await().atMost(Imports.PATIENCE)
                .until(() -> statuses(small).equals(List.of("Admitted", "Admitted", "Admitted")));
        JsonNode dashboard = small.get(at(small, "/dashboard")).expect(200).json();
        assertThat(dashboard.path("available_beds").asInt()).isZero();
        assertThat(dashboard.path("occupied_beds").asInt()).isEqualTo(3);
        assertThat(dashboard.path("occupancy_rate").asDouble()).isEqualTo(100.0);
        assertProblem(
                small.post(at(small, "/admit"), Map.of("patient_id", UUID.randomUUID())), 409, "NO_BED_AVAILABLE");
        // whoever found none is not looked at
        await().atMost(Imports.PATIENCE)
                .until(() -> patients.stream()
                                .filter(patient -> small.get(profile(patient)).status() == 200)
                                .count()
                        == 3);
    }

    @Test
    void whatADoctorNotesOfAPatientIsThereWhileThereIsAccess() {
        SignedIn patient = SignedIn.newPatient(gateway);
        Consents.granted(patient, doctor);
        awaitRow(patient, "Access granted");
        String next = Clock.systemUTC()
                .instant()
                .plus(Duration.ofDays(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        gateway.send(
                        "PATCH",
                        "/api/v1/doctors/" + doctor.profileId() + "/patients/" + patient.profileId(),
                        Map.of("status", "MONITORING", "next_appointment", next, "emergency_flag", true),
                        bearer(doctor))
                .expect(200);
        doctor.post(
                        "/api/v1/patients/" + patient.profileId() + "/notes",
                        Map.of(
                                "record_type",
                                "CHECKUP",
                                "title",
                                "Pulse",
                                "description",
                                "Regular.",
                                "date",
                                "2026-01-05"))
                .expect(201);

        JsonNode row = row(patient);
        assertThat(row.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(row.path("care_status").asText()).isEqualTo("MONITORING");
        assertThat(row.path("next_appointment").asText()).isEqualTo(next);
        assertThat(row.path("last_visit").asText()).isEqualTo("2026-01-04T18:30:00Z");
        assertThat(row.path("emergency_flag").asBoolean()).isTrue();
        JsonNode found = patient.post(
                        "/api/v1/patients/lookup-records",
                        Map.of(
                                "hospital_id", hospital.profileId(),
                                "aadhar_uid", patient.user().path("aadhar_uid").asText()))
                .expect(200)
                .json();
        assertThat(found.path(0).path("title").asText()).isEqualTo("Pulse");
        assertThat(found.path(0).path("doctor_name").asText()).startsWith("Dr. ");
        JsonNode complete = doctor.get("/api/v1/patients/" + patient.profileId() + "/complete")
                .expect(200)
                .json();
        assertThat(complete.path("data").path("patient").path("id").asText())
                .isEqualTo(patient.profileId().toString());
        assertThat(complete.path("data").path("wearables_summary").isObject()).isTrue();
        assertThat(complete.path("data").path("health_records").isArray()).isTrue();
    }

    private SignedIn lastDoctor;

    private SignedIn doctorOf(SignedIn other) {
        lastDoctor = Hospitals.verifiedDoctorOf(other);
        return lastDoctor;
    }

    private void admit(SignedIn patient, Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("patient_id", patient.profileId());
        String consent = await().atMost(Imports.PATIENCE)
                .until(() -> hospital.post(at("/admit"), body), answer -> answer.status() == 200)
                .json()
                .path("consent_id")
                .asText();
        Consents.approve(patient, consent, Map.of()).expect(200);
    }

    private static String uploaded(SignedIn patient) {
        String file = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.UTF_8));
        return patient.post(
                        "/api/v1/documents/upload",
                        Map.of(
                                "patient_id", patient.profileId(),
                                "title", "Report",
                                "description", "Knee",
                                "record_type", "GENERAL",
                                "file_data", "data:application/octet-stream;base64," + file))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private Answer share(SignedIn patient, String file) {
        return patient.post(
                "/protected/resource/createFileAccess/" + file + "?p=" + doctor.profileId() + "&t=r", Map.of());
    }

    private List<String> connections(SignedIn patient) {
        return StreamSupport.stream(
                        patient.get("/protected/user/sessionDetail")
                                .expect(200)
                                .json()
                                .path("connections")
                                .spliterator(),
                        false)
                .map(connection -> connection.path("connection_id").asText())
                .toList();
    }

    private static List<String> kinds(SignedIn somebody) {
        return texts(
                somebody.get("/api/v1/notifications?size=100")
                        .expect(200)
                        .json()
                        .path("items"),
                "kind");
    }

    private static List<String> activities(SignedIn patient) {
        return texts(
                patient.get("/api/v1/patients/" + patient.profileId() + "/activities")
                        .expect(200)
                        .json()
                        .path("items"),
                "type");
    }

    private List<String> statuses(SignedIn of) {
        return texts(of.get(at(of, "/patients")).expect(200).json(), "status");
    }

    private static List<String> ids(JsonNode list) {
        return texts(list, "id");
    }

    private static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    private void awaitRow(SignedIn patient, String condition) {
        await().atMost(Imports.PATIENCE)
                .until(() -> row(patient).path("condition").asText().equals(condition));
    }

    private JsonNode row(SignedIn patient) {
        JsonNode list = doctor.get("/api/v1/doctors/" + doctor.profileId() + "/patients")
                .expect(200)
                .json();
        return StreamSupport.stream(list.spliterator(), false)
                .filter(row -> row.path("patient_id")
                        .asText()
                        .equals(patient.profileId().toString()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static void awaitRead(SignedIn reader, SignedIn patient, int status) {
        await(reader.user().path("role").asText() + " is answered " + status)
                .atMost(Imports.PATIENCE)
                .until(() -> reader.get(profile(patient)).status() == status);
    }

    private static String profile(SignedIn patient) {
        return "/api/v1/patients/" + patient.profileId() + "/profile";
    }

    private String at(String path) {
        return at(hospital, path);
    }

    private static String at(SignedIn of, String path) {
        return "/api/v1/hospitals/" + of.profileId() + path;
    }

    private static Map<String, String> bearer(SignedIn somebody) {
        return Map.of("Authorization", "Bearer " + somebody.token());
    }
}
