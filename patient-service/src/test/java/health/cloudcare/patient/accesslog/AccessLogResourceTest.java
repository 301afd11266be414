package health.cloudcare.patient.accesslog;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.accesslog.Accesses.inEmergency;
import static health.cloudcare.patient.accesslog.Accesses.read;
import static health.cloudcare.patient.accesslog.Accesses.refused;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccessLogResourceTest {

    @Inject
    LogDriver log;

    private final UUID doctor = UUID.randomUUID();

    @Test
    void showsThePatientWhoReadWhatAndWhoWasRefused() {
        NewPatient patient = aPatient().registered();
        answered("DENIED", patient, askedAs("Dr. Former Name", patient));
        askedAs("Dr. Meera Iyer", patient);
        DataAccessed read = read(patient.patientId(), doctor, "wearables/comprehensive", Accesses.NOW);
        AccessRefused refused = refused(patient.patientId(), UUID.randomUUID());

        send(read, refused);
        Tables.awaitTrue(
                "SELECT count(*) = 2 FROM access_log WHERE event_id IN (?, ?)", read.eventId(), refused.eventId());

        told(patient, "")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("page", equalTo(0))
                .body("size", equalTo(20))
                .body(
                        "items.event_id",
                        contains(refused.eventId().toString(), read.eventId().toString()))
                .body("items.outcome", contains("REFUSED", "ALLOWED"))
                .body("items[0].actor_name", nullValue())
                .body("items[0].action", equalTo("WRITE"))
                .body("items[0].reason", equalTo("no consent"))
                .body("items[0].client_ip", equalTo("2001:db8::1"))
                .body("items[0].consent_id", nullValue())
                .body("items[1].occurred_at", equalTo("2025-03-01T10:15:30.123456Z"))
                .body("items[1].actor_role", equalTo("DOCTOR"))
                .body("items[1].actor_id", equalTo(doctor.toString()))
                .body("items[1].actor_name", equalTo("Dr. Meera Iyer"))
                .body("items[1].category", equalTo("WEARABLES"))
                .body("items[1].resource", equalTo("wearables/comprehensive"))
                .body("items[1].consent_id", equalTo(read.consentId().toString()))
                .body("items[1].emergency", equalTo(false))
                .body("items[1]", not(hasKey("correlation_id")));
    }

    @Test
    void readingItIsAnAccessToo() {
        NewPatient patient = aPatient().registered();

        log(patient, "").then().statusCode(200).body("items", empty());
        awaitLogged(patient, 1);

        log(patient, "")
                .then()
                .body("items.resource", contains("patients/access-log"))
                .body("items[0].actor_role", equalTo("PATIENT"))
                .body("items[0].actor_id", equalTo(patient.patientId().toString()))
                .body("items[0].client_ip", notNullValue());
    }

    @Test
    void pagesAndFilters() {
        NewPatient patient = aPatient().registered();
        log.append(Accesses.of(patient.patientId(), 5));
        send(refused(patient.patientId(), doctor), inEmergency(patient.patientId(), doctor));
        awaitLogged(patient, 7);

        told(patient, "&size=2").then().body("total", equalTo(7)).body("items.sequence", contains(7, 6));
        told(patient, "&size=2&page=1").then().body("items.sequence", contains(5, 4));
        told(patient, "&outcome=refused")
                .then()
                .body("items.sequence", contains(6))
                .body("total", equalTo(1));
        told(patient, "&emergency=true").then().body("items.sequence", contains(7));
        told(patient, "&emergency=FALSE").then().body("items.sequence", contains(6, 5, 4, 3, 2, 1));
        // r1 to r5 are a second apart, from the one after NOW
        log(patient, "?from=2025-03-01T10:15:32.123456Z&to=2025-03-01T10:15:34.123456Z")
                .then()
                .body("items.resource", contains("r3", "r2"));
        log(patient, "?to=2020-01-01T00:00:00Z").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "from, 2026-03-01",
        "to, 2026-13-01T00:00:00Z",
        "to, +999999999-01-01T00:00:00Z",
        "outcome, PERHAPS",
        "emergency, 1"
    })
    void namesTheFilterThatIsWrong(String filter, String value) {
        UUID patient = UUID.randomUUID();

        given().auth()
                .oauth2(Tokens.patient(patient))
                .queryParam(filter, value)
                .get(path(patient))
                .then()
                .spec(invalidField(filter));
    }

    @Test
    void isNobodysButThePatientsHoweverWideTheConsent() {
        NewPatient patient = aPatient().registered();
        answered("APPROVED", patient, askedAs("Dr. Meera Iyer", patient));
        List<String> strangers = List.of(
                Tokens.patient(UUID.randomUUID()),
                Tokens.doctor(doctor),
                Tokens.hospitalAdmin(UUID.randomUUID()),
                Tokens.systemAdmin(),
                Tokens.service());

        strangers.forEach(token -> get(token, patient.patientId()).then().spec(problem(403, "ACCESS_DENIED")));
        strangers.forEach(token -> get(token, UUID.randomUUID()).then().spec(problem(404, "NOT_FOUND")));
        given().get(path(patient.patientId())).then().spec(problem(401, "AUTH_FAILED"));

        Tables.awaitTrue(
                "SELECT count(*) = ? FROM access_log WHERE patient_id = ? AND outcome = 'REFUSED' AND resource = 'patients/access-log'",
                strangers.size(),
                patient.patientId());
        log(patient, "?outcome=REFUSED").then().body("items.reason", everyItem(equalTo("not the owner")));
    }

    /** The id of the consent that a doctor asks for under a name. */
    private String askedAs(String name, NewPatient patient) {
        return given().auth()
                .oauth2(Tokens.doctor(doctor))
                .contentType("application/json")
                .body(Map.of(
                        "patient_id", patient.patientId(),
                        "doctor_id", doctor,
                        "facility_name", name))
                .post("/api/v1/consents/request")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void answered(String status, NewPatient patient, String consent) {
        given().auth()
                .oauth2(Tokens.patient(patient.accountId(), patient.patientId()))
                .contentType("application/json")
                .body(Map.of("status", status))
                .patch("/api/v1/consents/" + consent)
                .then()
                .statusCode(200);
    }

    /** Before these reads themselves. */
    private static Response told(NewPatient patient, String query) {
        return log(patient, "?to=2025-03-02T00:00:00Z" + query);
    }

    private static Response log(NewPatient patient, String query) {
        return given().auth()
                .oauth2(Tokens.patient(patient.accountId(), patient.patientId()))
                .get(path(patient.patientId()) + query);
    }

    private static Response get(String token, UUID patient) {
        return given().auth().oauth2(token).get(path(patient));
    }

    private static String path(UUID patient) {
        return "/api/v1/patients/" + patient + "/access-log";
    }

    private static void awaitLogged(NewPatient patient, int entries) {
        Tables.awaitTrue("SELECT count(*) = ? FROM access_log WHERE patient_id = ?", entries, patient.patientId());
    }
}
