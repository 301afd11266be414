package health.cloudcare.hospital.admission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.ConsentStory.ADMITTED_AT;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A hospital's patients, and a patient's hospitals. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class PatientListsTest {

    private static final String CARDS = "/internal/v1/patients/cards";

    /** Hospital, patient, severity, and how many minutes ago they left. */
    private static final String DISCHARGED = """
            with stay as (
                insert into admission (id, consent_id, hospital_id, patient_id, severity, status,
                                       requested_at, admitted_at, discharged_at)
                select gen_random_uuid(), gen_random_uuid(), s.hospital, s.patient, s.severity, 'DISCHARGED', s.at, s.at, s.at
                  from (select ?::uuid as hospital, ?::uuid as patient, ?::text as severity,
                               timestamptz '2025-11-21T10:00:00Z' - make_interval(mins => ?) as at) s
                returning *)
            insert into emergency_case (id, hospital_id, admission_id, patient_id, severity, status,
                                        admitted_time, created_at, updated_at)
            select id, hospital_id, id, patient_id, severity, status, admitted_at, admitted_at, admitted_at
              from stay where severity is not null
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    Ward ward;

    @Inject
    ConsentBeans consents;

    private final WireMock patientService = PatientServiceDouble.client();

    @BeforeEach
    void nobodyIsKnown() {
        patientService.resetMappings();
        patientService.resetRequests();
    }

    @Test
    void aHospitalSeesOneRowPerPatientAndMoreThanTheNameOnlyOfWhoIsIn() {
        NewHospital hospital = ward.openHospital(5);
        ConsentStory in = stay(UUID.randomUUID(), hospital);
        ConsentStory inBefore = stay(UUID.randomUUID(), hospital);
        discharge(hospital, inBefore.patientId()).then().statusCode(200);
        ConsentStory back = stay(inBefore.patientId(), hospital);
        ConsentStory out = stay(UUID.randomUUID(), hospital);
        discharge(hospital, out.patientId()).then().statusCode(200);
        ConsentStory asked = ConsentStory.of(UUID.randomUUID(), hospital);
        ConsentStory gone = ConsentStory.of(UUID.randomUUID(), hospital);
        ConsentStory denied = ConsentStory.of(UUID.randomUUID(), hospital);
        tell(asked.requested(), gone.requested(), denied.denied());
        ward.awaitStatus(asked, "PENDING");
        ward.awaitStatus(gone, "PENDING");
        ward.awaitStatus(denied, "CLOSED");
        patientService.register(post(urlEqualTo(CARDS))
                .willReturn(okJson("[%s,%s,%s,%s]".formatted(full(in), full(back), nameOnly(out), nameOnly(asked)))));

        var all = as(hospital).get(path(hospital) + "/patients").then().statusCode(200);

        all.body("$", hasSize(4))
                .body("[3].id", equalTo(out.patientId().toString()))
                .body("status", contains("Admitted", "Admitted", "Admission Pending", "Discharged"))
                .body("find { it.id == '" + in.patientId() + "' }.age", equalTo(35))
                .body("find { it.id == '" + in.patientId() + "' }.gender", equalTo("FEMALE"))
                .body("find { it.id == '" + in.patientId() + "' }.name", equalTo("Asha Rao"))
                .body("find { it.id == '" + in.patientId() + "' }.last_visit", equalTo(ADMITTED_AT.toString()))
                .body("[2].id", equalTo(asked.patientId().toString()))
                .body("[2].age", equalTo(0))
                .body("[2].gender", equalTo("UNKNOWN"))
                .body("[2].last_visit", nullValue())
                .body("[3].last_visit", notNullValue());
        patientService.verifyThat(postRequestedFor(urlEqualTo(CARDS))
                .withHeader("Authorization", WireMock.matching("Bearer .+"))
                .withRequestBody(equalToJson(
                        """
                        {"patient_ids": ["%s", "%s", "%s", "%s", "%s"], "resource": "hospitals/patients",
                         "full_for": ["%s", "%s"]}
                        """.formatted(
                                        in.patientId(),
                                        back.patientId(),
                                        asked.patientId(),
                                        gone.patientId(),
                                        out.patientId(),
                                        in.patientId(),
                                        back.patientId()),
                        true,
                        false)));
        listed(hospital, "Active", 3);
        listed(hospital, "discharged", 1);
        listed(hospital, "scheduled", 0);
    }

    @Test
    void thePatientsOfOthersAreNobodysBusiness() {
        NewHospital hospital = ward.openHospital(5);
        String call = path(hospital) + "/patients";
        for (String token : List.of(
                Tokens.hospitalAdmin(UUID.randomUUID()),
                Tokens.hospitalAdminToken(hospital.hospitalId())
                        .claim("verified", false)
                        .sign(),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(UUID.randomUUID()),
                Tokens.systemAdmin())) {
            as(token).get(call).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(call).then().spec(problem(401));
        as(hospital).get(call + "?status_filter=dead").then().spec(invalidField("status_filter"));
        as(hospital).get(call).then().statusCode(200).body("$", empty());
        stay(UUID.randomUUID(), hospital);
        patientService.register(post(urlEqualTo(CARDS)).willReturn(serverError()));
        as(hospital).get(call).then().spec(problem(503, "UNAVAILABLE"));
    }

    @Test
    void aPatientsStaysAreSeenByThePatientAndWithinAConsentByOthers() {
        UUID patient = UUID.randomUUID();
        UUID doctor = UUID.randomUUID();
        NewHospital first = ward.openHospital(5);
        NewHospital second = ward.openHospital(5);
        stay(patient, first);
        as(first)
                .body(Map.of("note", "Rest"))
                .post(path(first) + "/patients/" + patient + "/discharge")
                .then()
                .statusCode(200);
        ConsentStory later = ConsentStory.of(patient, second);
        tell(
                later.granted(ADMITTED_AT.plus(Duration.ofDays(3))),
                ConsentStory.of(patient, second).requested());
        ward.awaitStatus(later, "ADMITTED");
        String call = "/api/v1/patients/" + patient + "/admissions";
        consents.know(patient);

        as(Tokens.patient(patient))
                .get(call)
                .then()
                .statusCode(200)
                .body(
                        "hospital_id",
                        contains(
                                second.hospitalId().toString(),
                                first.hospitalId().toString()))
                .body("hospital_name", contains(second.name(), first.name()))
                .body("status", contains("ADMITTED", "DISCHARGED"))
                .body("note", contains(null, "Rest"))
                .body("[1].admitted_at", equalTo(ADMITTED_AT.toString()));
        for (String token : List.of(
                Tokens.hospitalAdmin(second.hospitalId()),
                Tokens.doctor(doctor),
                Tokens.patient(UUID.randomUUID()),
                Tokens.systemAdmin())) {
            as(token).get(call).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(call).then().spec(problem(401));
        as(Tokens.doctor(doctor))
                .get("/api/v1/patients/" + UUID.randomUUID() + "/admissions")
                .then()
                .spec(problem(404, "NOT_FOUND"));
        consents.grant(patient, second.hospitalId(), null);
        consents.grant(patient, doctor, LocalDate.parse("2025-11-24"));
        as(second).get(call).then().statusCode(200).body("$", hasSize(2));
        as(Tokens.doctor(doctor))
                .get(call)
                .then()
                .statusCode(200)
                .body("hospital_id", contains(second.hospitalId().toString()));
    }

    @Test
    void ofThoseWhoLeftTheNewestFiftyAreShownAndAsManyEmergencies() throws SQLException {
        NewHospital hospital = ward.openHospital(1);
        List<String> cards = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DISCHARGED)) {
            for (int i = 0; i < 120; i++) {
                UUID patient = UUID.randomUUID();
                cards.add("{\"patient_id\": \"%s\", \"name\": \"No. %d\"}".formatted(patient, i));
                insert.setObject(1, hospital.hospitalId());
                insert.setObject(2, patient);
                insert.setString(3, i % 2 == 0 ? "HIGH" : null);
                insert.setInt(4, i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        patientService.register(post(urlEqualTo(CARDS)).willReturn(okJson(cards.toString())));

        as(hospital)
                .get(path(hospital) + "/patients")
                .then()
                .statusCode(200)
                .body(
                        "name",
                        equalTo(IntStream.range(0, 100)
                                .mapToObj(i -> "No. " + i)
                                .toList()))
                .body("findAll { it.status == 'Discharged' }", hasSize(50))
                .body("findAll { it.status == 'Discharged (Emergency)' }", hasSize(50));
    }

    private ConsentStory stay(UUID patient, NewHospital hospital) {
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        return story;
    }

    private static void listed(NewHospital hospital, String filter, int count) {
        as(hospital)
                .queryParam("status_filter", filter)
                .get(path(hospital) + "/patients")
                .then()
                .statusCode(200)
                .body("$", hasSize(count));
    }

    private static String full(ConsentStory story) {
        return """
                {"patient_id": "%s", "name": "Asha Rao", "age": 35, "gender": "FEMALE", "blood_group": null, "phone": null}
                """.formatted(story.patientId());
    }

    private static String nameOnly(ConsentStory story) {
        return "{\"patient_id\": \"%s\", \"name\": \"Ravi Rao\"}".formatted(story.patientId());
    }
}
