package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.ConsentStory;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.ScriptedConsents;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class NoteTest {

    @Inject
    ScriptedConsents consents;

    private final UUID doctor = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();

    @BeforeEach
    void grant() {
        consents.open(doctor, patient);
    }

    @Test
    void aDoctorWithConsentWritesAndThePatientReads() {
        Response written = write(Tokens.doctor(doctor), aNote("2025-11-19"));
        written.then()
                .statusCode(201)
                .header("Location", endsWith(path() + "/" + written.path("id")))
                .body("patient_id", equalTo(patient.toString()))
                .body("doctor_id", equalTo(doctor.toString()))
                .body("record_type", equalTo("LAB_RESULT"))
                .body("title", equalTo("Lipids"))
                .body("description", equalTo("Fasting profile."))
                .body("diagnosis", equalTo("Dyslipidaemia"))
                .body("$", hasEntry("prescriptions", null))
                .body("date", equalTo("2025-11-19"))
                .body("created_at", notNullValue());

        get(Tokens.patient(patient), path())
                .then()
                .statusCode(200)
                .body("items.id", contains(written.<String>path("id")))
                .body("total", equalTo(1));
        get(Tokens.patient(patient), path() + "/" + written.path("id"))
                .then()
                .statusCode(200)
                .body("doctor_notes", equalTo("Repeat in March."));
        assertThat(accesses()).containsExactly("WRITE", "READ", "READ");
    }

    @Test
    void showsTheNewestDayFirstAndPageByPage() {
        for (String day : new String[] {"2025-01-01", "2025-03-01", "2025-02-01"}) {
            write(Tokens.doctor(doctor), aNote(day)).then().statusCode(201);
        }

        get(Tokens.doctor(doctor), path() + "?size=2")
                .then()
                .body("items.date", contains("2025-03-01", "2025-02-01"))
                .body("total", equalTo(3));
        get(Tokens.doctor(doctor), path() + "?size=2&page=1").then().body("items.date", contains("2025-01-01"));
    }

    @Test
    void aNarrowedConsentOpensItsDaysAlone() {
        String before = write(Tokens.doctor(doctor), aNote("2025-01-31")).path("id");
        String within = write(Tokens.doctor(doctor), aNote("2025-02-01")).path("id");
        write(Tokens.doctor(doctor), aNote("2025-03-01"));
        UUID hospital = UUID.randomUUID();
        consents.open(
                hospital,
                patient,
                new Scope(Set.of(), LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28), Resolution.RAW, false));
        String token = Tokens.hospitalAdmin(hospital);

        get(token, path()).then().body("items.date", contains("2025-02-01")).body("total", equalTo(1));
        get(token, path() + "/" + within).then().statusCode(200);
        get(token, path() + "/" + before).then().spec(problem(404, "NOT_FOUND"));
        write(token, aNote("2025-02-02")).then().spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void isClosedToEverybodyElse() {
        String id = write(Tokens.doctor(doctor), aNote("2025-01-31")).path("id");
        consents.close(doctor, patient);
        UUID other = UUID.randomUUID();
        consents.know(other);

        for (String token : new String[] {
            Tokens.doctor(doctor),
            Tokens.doctor(UUID.randomUUID()),
            Tokens.patient(UUID.randomUUID()),
            Tokens.hospitalAdmin(UUID.randomUUID()),
            Tokens.systemAdmin()
        }) {
            get(token, path()).then().spec(problem(403, "ACCESS_DENIED"));
            get(token, path() + "/" + id).then().spec(problem(403, "ACCESS_DENIED"));
            write(token, aNote("2025-01-31")).then().spec(problem(403, "ACCESS_DENIED"));
        }
        write(Tokens.patient(patient), aNote("2025-01-31")).then().spec(problem(403, "ACCESS_DENIED"));
        given().get(path()).then().spec(problem(401, "AUTH_FAILED"));
        get(Tokens.patient(other), "/api/v1/patients/" + other + "/notes/" + id)
                .then()
                .spec(problem(404, "NOT_FOUND"));
        get(Tokens.doctor(doctor), "/api/v1/patients/" + UUID.randomUUID() + "/notes")
                .then()
                .spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void refusesWhatIsNoNoteWithoutRepeatingIt() {
        Map<String, Object> tomorrow = aNote(LocalDate.of(2199, 1, 1).toString());
        Map<String, Object> nameless = aNote("2025-01-31");
        nameless.put("title", "  ");
        Map<String, Object> strange = aNote("2025-01-31");
        strange.put("record_type", "HOROSCOPE");

        for (Map<String, Object> wrong : List.of(tomorrow, nameless, strange, Map.<String, Object>of())) {
            write(Tokens.doctor(doctor), wrong)
                    .then()
                    .spec(problem(422, "VALIDATION_ERROR"))
                    .body(not(containsString("HOROSCOPE")))
                    .body(not(containsString("2199")));
        }
    }

    @Test
    void goesWithThePatient() {
        write(Tokens.doctor(doctor), aNote("2025-01-31")).then().statusCode(201);

        tell(new PatientErased(ConsentStory.aConsent(patient, doctor).start(), patient));

        Awaitility.await()
                .untilAsserted(() -> get(Tokens.patient(patient), path()).then().body("total", equalTo(0)));
        write(Tokens.doctor(doctor), aNote("2025-01-31")).then().spec(problem(404, "NOT_FOUND"));
    }

    private static Map<String, Object> aNote(String day) {
        Map<String, Object> note = new HashMap<>();
        note.put("record_type", "lab_result");
        note.put("title", "Lipids");
        note.put("description", " Fasting profile. ");
        note.put("diagnosis", "Dyslipidaemia");
        note.put("prescriptions", " ");
        note.put("doctor_notes", "Repeat in March.");
        note.put("date", day);
        return note;
    }

    private List<String> accesses() {
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCESS)) {
            return records.await(withKey(patient.toString()), 3).stream()
                    .map(record -> EventJson.read(record.value(), DataAccessed.class))
                    .peek(access -> assertThat(access.resource()).isEqualTo("doctors/notes"))
                    .map(DataAccessed::action)
                    .toList();
        }
    }

    private Response write(String token, Map<String, Object> note) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(note)
                .post(path());
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private String path() {
        return "/api/v1/patients/" + patient + "/notes";
    }
}
