package health.cloudcare.hospital.admission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EmergencyCaseChanged;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.say;
import static health.cloudcare.hospital.admission.Ward.told;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What a hospital sees and says of its emergencies. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class EmergencyCaseTest {

    private static final String WAITS_FOR_THE_CASE = """
            select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%emergency_case%')
            """;

    @Inject
    HospitalTables tables;

    @Inject
    AgroalDataSource database;

    @Inject
    Ward ward;

    private final WireMock patientService = PatientServiceDouble.client();
    private final UUID patient = UUID.randomUUID();

    @BeforeEach
    void patientServiceKnowsThePatient() {
        patientService.resetMappings();
        patientService.register(
                post(urlEqualTo("/internal/v1/patients/cards")).willReturn(okJson("""
                [{"patient_id": "%s", "name": "Asha Rao", "age": 34, "gender": "FEMALE"}]""".formatted(patient))));
    }

    @Test
    void theMostSevereComeFirstThenTheOldestPageByPage() {
        NewHospital hospital = ward.openHospital(1);
        UUID firstLow = UUID.randomUUID();
        UUID secondLow = UUID.randomUUID();
        UUID high = UUID.randomUUID();
        ward.asked(hospital, firstLow, Map.of("severity", "LOW"));
        ward.asked(hospital, secondLow, Map.of("severity", "LOW"));
        ward.asked(hospital, high, Map.of("severity", "HIGH"));
        ward.asked(hospital, patient, Map.of("severity", "CRITICAL"));

        as(hospital)
                .get(cases(hospital) + "?size=3&status=waiting")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.severity", contains("CRITICAL", "HIGH", "LOW"))
                .body("items[0].patient_name", equalTo("Asha Rao"))
                .body("items[1].patient_name", nullValue())
                .body("items[2].patient_id", equalTo(firstLow.toString()));
        as(hospital)
                .get(cases(hospital) + "?size=3&page=1")
                .then()
                .body("items.patient_id", contains(secondLow.toString()));
    }

    @Test
    void oneCaseHasATagAndIsChangedByWhoeverSawItLast() {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory story = ward.admitted(hospital, patient, Map.of("severity", "HIGH", "department", "Cardiology"));
        String one = one(hospital, story);
        String tag = as(hospital)
                .get(one)
                .then()
                .statusCode(200)
                .body("patient_name", equalTo("Asha Rao"))
                .body("age", equalTo(34))
                .body("department", equalTo("Cardiology"))
                .extract()
                .header("ETag");

        String next = as(hospital)
                .header("If-Match", tag)
                .body(Map.of("notes", " Stent ", "severity", "critical", "department", " "))
                .patch(one)
                .then()
                .statusCode(200)
                .body("notes", equalTo("Stent"))
                .body("severity", equalTo("CRITICAL"))
                .body("department", nullValue())
                .extract()
                .header("ETag");

        assertThat(next).isNotEqualTo(tag).isEqualTo(as(hospital).get(one).header("ETag"));
        as(hospital)
                .header("If-Match", tag)
                .body(Map.of("notes", "Late"))
                .patch(one)
                .then()
                .spec(problem(412, "PRECONDITION_FAILED"));
        as(hospital).body(Map.of("severity", "so so")).patch(one).then().spec(invalidField("severity"));
        as(hospital).body(Map.of("notes", "x".repeat(5001))).patch(one).then().spec(invalidField("notes"));
        as(hospital).body(Map.of()).patch(one).then().spec(invalidField("status"));
        as(hospital).body(Map.of("status", "WAITING")).patch(one).then().spec(problem(409, "CASE_STATE"));
        discharge(hospital, patient).then().statusCode(200);
        as(hospital).body(Map.of("notes", "After")).patch(one).then().spec(problem(409, "CASE_STATE"));
        assertThat(tables.emergencyCase(story.consentId())).containsEntry("notes", "Stent");
    }

    @Test
    void theCasesOfOthersAreNobodysBusiness() {
        NewHospital hospital = ward.openHospital(1);
        NewHospital other = ward.openHospital(1);
        ConsentStory story = ward.admitted(hospital, patient, Map.of("severity", "HIGH"));
        String one = one(hospital, story);
        for (String token : List.of(
                Tokens.hospitalAdmin(other.hospitalId()),
                Tokens.hospitalAdminToken(hospital.hospitalId())
                        .claim("verified", false)
                        .sign(),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(patient),
                Tokens.systemAdmin())) {
            as(token).get(one).then().spec(problem(403, "ACCESS_DENIED"));
            as(token).body(Map.of("notes", "x")).patch(one).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(one).then().spec(problem(401));
        String elsewhere = one(other, story);
        as(other).get(elsewhere).then().spec(problem(404, "NOT_FOUND"));
        as(other).body(Map.of("notes", "x")).patch(elsewhere).then().spec(problem(404, "NOT_FOUND"));
        as(hospital).get(cases(hospital) + "/mine").then().spec(problem(422));
    }

    @Test
    void whoIsKnownByAnAadhaarNumberAloneIsACaseOnceThePatientIsKnown() {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory story = ConsentStory.of(patient, hospital);
        say(story, hospital, Map.of("aadhar_number", "2345 6789 0123", "severity", "HIGH"));
        as(hospital).get(cases(hospital)).then().body("total", equalTo(0));

        tell(story.requested());
        ward.awaitVersion(story, 1);

        as(hospital).get(cases(hospital)).then().body("items.patient_id", contains(patient.toString()));
        assertThat(told(hospital, EmergencyCaseChanged.TYPE, EmergencyCaseChanged.class, 1))
                .extracting(EmergencyCaseChanged::patientId)
                .containsExactly(patient);
        tell(story.denied());
        ward.awaitStatus(story, "CLOSED");
        assertThat(tables.admission(story.consentId())).containsEntry("closed_because", "NOT_APPROVED");
        assertThat(told(hospital, EmergencyCaseChanged.TYPE, EmergencyCaseChanged.class, 2))
                .as("that it is gone is told too")
                .hasSize(2);
    }

    @Test
    void whatTheHospitalSaidLastMakesAnEmergencyOrNone() {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory story = ward.asked(hospital, patient, Map.of("severity", "HIGH"));

        say(story, hospital, Map.of("condition", "Planned after all"));

        as(hospital).get(cases(hospital)).then().body("total", equalTo(0));
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        as(hospital).get(path(hospital) + "/patients").then().body("status", contains("Admitted"));
        // words that come after the approval find somebody who is treated already
        say(story, hospital, Map.of("severity", "CRITICAL"));
        as(hospital).get(cases(hospital)).then().body("items.status", contains("IN_TREATMENT"));
    }

    @Test
    void ofTwoStaysThePlannedOneIsShown() {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory planned = ConsentStory.of(patient, hospital);
        tell(planned.granted(), planned.expired(3));
        ward.awaitVersion(planned, 3);
        ConsentStory urgent = ConsentStory.of(patient, hospital);
        say(urgent, hospital, Map.of("severity", "CRITICAL"));
        tell(urgent.granted());
        ward.awaitStatus(urgent, "ADMITTED");

        as(hospital).get(path(hospital) + "/patients").then().body("status", contains("Admitted"));
        as(hospital)
                .get(path(hospital) + "/dashboard")
                .then()
                .body("total_patients", equalTo(1))
                .body("occupied_beds", equalTo(1))
                .body("emergency_cases", equalTo(1))
                .body("critical_patients", equalTo(1));
    }

    @Test
    void ofAnErasedPatientNothingIsKeptButThatThereWasAnEmergency() {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory story = ward.admitted(
                hospital,
                patient,
                Map.of("severity", "HIGH", "condition", "Stroke", "department", "ER", "doctor_id", UUID.randomUUID()));
        String one = one(hospital, story);
        as(hospital).body(Map.of("notes", "Thrombolysis")).patch(one).then().statusCode(200);

        tell(story.erased());
        ward.awaitStatus(story, "DISCHARGED");

        assertThat(tables.emergencyCase(story.consentId()))
                .containsEntry("status", "DISCHARGED")
                .doesNotContainKeys("patient_id", "doctor_id", "condition", "severity", "department", "notes");
        as(hospital).get(one).then().spec(problem(404, "NOT_FOUND"));
        as(hospital).body(Map.of("notes", "x")).patch(one).then().spec(problem(404, "NOT_FOUND"));
        as(hospital).get(cases(hospital)).then().body("total", equalTo(0));
    }

    @Test
    void aChangeAtTheSameMomentDoesNotMakeADischargeFail() throws Exception {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory story = ward.admitted(hospital, patient, Map.of("severity", "HIGH"));
        CompletableFuture<Integer> discharge;
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            changeNotes(other, caseId(story));
            discharge = CompletableFuture.supplyAsync(
                    () -> discharge(hospital, patient).statusCode());
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(this::somebodyWaits);
            other.commit();
        }

        assertThat(discharge.join()).isEqualTo(200);
        assertThat(tables.emergencyCase(story.consentId()))
                .containsEntry("status", "DISCHARGED")
                .containsEntry("notes", "At the same moment");
    }

    private static void changeNotes(Connection connection, UUID caseId) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(
                "update emergency_case set notes = 'At the same moment', version = version + 1 where id = ?")) {
            change.setObject(1, caseId);
            change.executeUpdate();
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(WAITS_FOR_THE_CASE)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private UUID caseId(ConsentStory story) {
        return (UUID) tables.emergencyCase(story.consentId()).get("id");
    }

    private String one(NewHospital hospital, ConsentStory story) {
        return cases(hospital) + "/" + caseId(story);
    }

    private static String cases(NewHospital hospital) {
        return path(hospital) + "/emergency-cases";
    }
}
