package health.cloudcare.doctor.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.NoteWritten;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.doctor.RegisteredDoctors;
import health.cloudcare.doctor.ScriptedConsents;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Notes are amended, never overwritten; prescriptions say what to take. */
@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AmendmentTest {

    @Inject
    ScriptedConsents consents;

    @Inject
    RegisteredDoctors doctors;

    private final UUID patient = UUID.randomUUID();
    private UUID doctor;
    private NewDoctor profile;

    @BeforeEach
    void grant() {
        profile = doctors.verifiedDoctor(aDoctor());
        doctor = profile.doctorId();
        consents.open(doctor, patient);
    }

    @Test
    void anAmendmentKeepsWhatWasSaidBefore() {
        Response written = as(doctor).body(note("Fasting.", null)).post(path());
        String one = path() + "/" + written.path("id");
        written.then()
                .body("revision", equalTo(1))
                .body("doctor_name", equalTo("Dr. Meera Iyer"))
                .body("amended_at", nullValue());

        as(doctor)
                .header("If-Match", "\"1\"")
                .body(note("Not fasting.", "Asked again"))
                .put(one)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("revision", equalTo(2))
                .body("description", equalTo("Not fasting."))
                .body("amended_at", notNullValue());

        as(doctor)
                .header("If-Match", "\"1\"")
                .body(note("x", null))
                .put(one)
                .then()
                .spec(problem(412));
        as(Tokens.patient(patient))
                .get(one + "/history")
                .then()
                .statusCode(200)
                .body("revision", contains(1, 2))
                .body("description", contains("Fasting.", "Not fasting."))
                .body("reason", contains("Asked again", null))
                .body("[1].amended_at", nullValue());
        UUID colleague = UUID.randomUUID();
        consents.open(colleague, patient);
        as(colleague).body(note("x", null)).put(one).then().spec(problem(403));
        as(UUID.randomUUID()).body(note("x", null)).put(one).then().spec(problem(403));
        as(UUID.randomUUID()).get(one + "/history").then().spec(problem(403));
        as(doctor)
                .body(note("x", null))
                .put(path() + "/" + UUID.randomUUID())
                .then()
                .spec(problem(404));
        try (KafkaRecords records = KafkaRecords.of(Topic.DOCTOR)) {
            assertThat(records.await(withKey(doctor.toString()).and(withType(NoteWritten.TYPE)), 2).stream()
                            .map(record -> EventJson.read(record.value(), NoteWritten.class)
                                    .revision()))
                    .containsExactly(1, 2);
        }
    }

    @Test
    void aPrescriptionSaysWhatToTake() {
        Map<String, Object> prescription = note("Twice a day after meals.", null);
        prescription.put("record_type", "prescription");
        as(doctor).body(prescription).post(path()).then().spec(invalidField("medications"));
        prescription.put("medications", List.of(Map.of("name", "Metformin", "dose", "500 mg")));
        as(doctor).body(prescription).post(path()).then().spec(problem(422));
        prescription.put(
                "medications",
                List.of(Map.of(
                        "name", "Metformin", "dose", "500 mg", "frequency", "twice a day", "duration_days", 30)));

        as(doctor)
                .body(prescription)
                .post(path())
                .then()
                .statusCode(201)
                .body("medications[0].duration_days", equalTo(30));
        as(doctor)
                .body(note("Fasting.", null))
                .post(path())
                .then()
                .statusCode(201)
                .body("medications", empty());

        as(Tokens.patient(patient))
                .get(path() + "?record_type=Prescription")
                .then()
                .body("total", equalTo(1))
                .body("items[0].medications.name", contains("Metformin"));
        as(doctor).get(path() + "?record_type=poem").then().spec(problem(422));
    }

    @Test
    void notesAreLookedUpByTheHospitalThatIsFirstForTheirDoctor() {
        as(doctor).body(note("Fasting.", null)).post(path()).then().statusCode(201);
        Map<String, Object> lookup = Map.of("patient_id", patient, "hospital_id", profile.hospitalId());

        as(Tokens.patient(patient))
                .body(lookup)
                .post("/internal/v1/notes/of-hospital")
                .then()
                .statusCode(200)
                .body("title", contains("Lipids"))
                .body("doctor_name", contains("Dr. Iyer"));
        as(Tokens.patient(patient))
                .body(Map.of("patient_id", patient, "hospital_id", UUID.randomUUID()))
                .post("/internal/v1/notes/of-hospital")
                .then()
                .body("$", empty());
        as(UUID.randomUUID())
                .body(lookup)
                .post("/internal/v1/notes/of-hospital")
                .then()
                .spec(problem(403));
    }

    private static Map<String, Object> note(String description, String reason) {
        Map<String, Object> note = new HashMap<>();
        note.put("record_type", "LAB_RESULT");
        note.put("title", "Lipids");
        note.put("description", description);
        note.put("date", "2025-11-19");
        note.put("reason", reason);
        return note;
    }

    private static RequestSpecification as(UUID doctorId) {
        return as(Tokens.doctor(doctorId));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private String path() {
        return "/api/v1/patients/" + patient + "/notes";
    }
}
