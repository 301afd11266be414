package health.cloudcare.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

import static health.cloudcare.endtoend.Lists.notices;
import static health.cloudcare.endtoend.Lists.texts;
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
        await().until(() -> notices(doctor).containsAll(List.of("CONNECTION_REQUESTED", "DOCUMENT_SHARED")));

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

    private static List<String> activities(SignedIn patient) {
        return texts(
                patient.get("/api/v1/patients/" + patient.profileId() + "/activities")
                        .expect(200)
                        .json()
                        .path("items"),
                "type");
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

    private static Map<String, String> bearer(SignedIn somebody) {
        return Map.of("Authorization", "Bearer " + somebody.token());
    }
}
