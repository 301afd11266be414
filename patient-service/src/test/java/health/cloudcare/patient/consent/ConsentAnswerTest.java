package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.AT_ONCE;
import static health.cloudcare.patient.consent.ConsentCalls.PATH;
import static health.cloudcare.patient.consent.ConsentCalls.answer;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.canRevoke;
import static health.cloudcare.patient.consent.ConsentCalls.delete;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.list;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ConsentAnswerTest {

    @ParameterizedTest
    @CsvSource({"APPROVED,APPROVED", "approved,APPROVED", "Denied,DENIED"})
    void answersARequestInAnyCase(String sent, String status) {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);

        answer(patient, consent, sent)
                .then()
                .statusCode(200)
                .body("id", equalTo(consent))
                .body("status", equalTo(status))
                .body("responded_at", endsWith("Z"))
                .body("facility_name", equalTo("Dr. Meera Iyer"))
                .body("version", equalTo(2));
    }

    @Test
    void takesAnApprovalBack() {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        canRevoke(patient, consent)
                .then()
                .statusCode(200)
                .body("canRevoke", equalTo(false))
                .body("reason", containsString("pending"));
        answered(patient, consent, "APPROVED");
        canRevoke(patient, consent)
                .then()
                .statusCode(200)
                .body("canRevoke", equalTo(true))
                .body("reason", nullValue());

        answer(patient, consent, "REVOKED")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"))
                .body("version", equalTo(3));

        canRevoke(patient, consent).then().body("canRevoke", equalTo(false));
    }

    @Test
    void grantsLessThanWasAskedFor() {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        Instant end = Instant.parse(list(patient, "").path("[0].expires_at"));

        answer(
                        patient,
                        consent,
                        Map.of(
                                "status", "APPROVED",
                                "categories", List.of("WEARABLES"),
                                "metrics", List.of("steps"),
                                "data_from", "2025-01-01",
                                "data_to", "2025-06-30",
                                "resolution", "DAILY",
                                "access_mode", "VIEW",
                                "expires_at", end.minusSeconds(60).toString(),
                                "max_reads", 3,
                                "per", "DAY"))
                .then()
                .statusCode(200)
                .body("categories", contains("WEARABLES"))
                .body("metrics", contains("steps"))
                .body("data_from", equalTo("2025-01-01"))
                .body("data_to", equalTo("2025-06-30"))
                .body("resolution", equalTo("DAILY"))
                .body("expires_at", equalTo(end.minusSeconds(60).toString()))
                .body("max_reads", equalTo(3))
                .body("reads_per", equalTo("DAY"));

        list(patient, "").then().body("[0].categories", contains("WEARABLES")).body("[0].max_reads", equalTo(3));
    }

    @Test
    void refusesToGrantMoreThanWasAskedForAndChangesNothing() {
        NewPatient patient = aPatient().registered();
        String consent = asked(UUID.randomUUID(), patient, Map.of("categories", List.of("NOTES")));

        answer(patient, consent, Map.of("status", "APPROVED", "categories", List.of("NOTES", "PROFILE")))
                .then()
                .spec(invalidField("categories"));

        list(patient, "")
                .then()
                .body("[0].status", equalTo("PENDING"))
                .body("[0].version", equalTo(1))
                .body("[0].categories", contains("NOTES"));
    }

    static Stream<Arguments> illegal() {
        return Stream.of(
                arguments(List.of(), false, List.of("REVOKED")),
                arguments(List.of("APPROVED"), false, List.of("APPROVED", "DENIED")),
                arguments(List.of("DENIED"), false, List.of("APPROVED", "DENIED", "REVOKED")),
                arguments(List.of("APPROVED", "REVOKED"), false, List.of("APPROVED", "DENIED", "REVOKED")),
                arguments(List.of(), true, List.of("APPROVED", "DENIED", "REVOKED")),
                arguments(List.of("APPROVED"), true, List.of("APPROVED", "DENIED", "REVOKED")));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void refusesWhatTheStateDoesNotKnow(List<String> before, boolean expired, List<String> refused) {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        answered(patient, consent, before.toArray(String[]::new));
        if (expired) {
            letExpire(consent);
        }

        refused.forEach(status -> answer(patient, consent, status).then().spec(problem(409, "CONSENT_STATE")));

        String status = before.isEmpty() ? "PENDING" : before.getLast();
        list(patient, "").then().body("[0].status", equalTo(status)).body("[0].is_expired", equalTo(expired));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false, 409",
        "APPROVED, false, 409",
        "DENIED, false, 200",
        "REVOKED, false, 409",
        "PENDING, true, 200",
        "APPROVED, true, 200",
        "REVOKED, true, 409"
    })
    void deletesOnlyWhatIsDeniedOrExpired(String status, boolean expired, int code) {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        if (status.equals("REVOKED")) {
            answered(patient, consent, "APPROVED", "REVOKED");
        } else if (!status.equals("PENDING")) {
            answered(patient, consent, status);
        }
        if (expired) {
            letExpire(consent);
        }

        Response response = delete(patient, consent);

        if (code == 200) {
            response.then().statusCode(200).body("success", equalTo(true)).body("message", equalTo("Consent deleted"));
            list(patient, "").then().body("$", empty());
            delete(patient, consent).then().spec(problem(404, "NOT_FOUND"));
        } else {
            response.then().spec(problem(code, "CONSENT_STATE"));
            list(patient, "").then().body("id", contains(consent));
        }
    }

    @Test
    void listsTheNewestFirstByStatus() {
        NewPatient patient = aPatient().registered();
        String denied = asked(patient);
        String approved = asked(patient);
        String pending = asked(patient);
        asked(aPatient().registered());
        answered(patient, denied, "DENIED");
        answered(patient, approved, "APPROVED");

        list(patient, "").then().statusCode(200).body("id", contains(pending, approved, denied));
        list(patient, "?status_filter=PENDING").then().body("id", contains(pending));
        list(patient, "?status_filter=approved").then().body("id", contains(approved));
        list(patient, "?status_filter=DENIED").then().body("id", contains(denied));
        list(patient, "?status_filter=REVOKED").then().statusCode(200).body("$", empty());
        list(patient, "?status_filter=").then().body("id", contains(pending, approved, denied));
        list(patient, "?status_filter=SOME").then().spec(invalidField("status_filter"));
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneHolds() {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        List<CompletableFuture<Response>> answers;

        try (RowLock held = RowLock.on(consent)) {
            answers = Stream.of("APPROVED", "DENIED")
                    .map(status -> CompletableFuture.supplyAsync(() -> answer(patient, consent, status), AT_ONCE))
                    .toList();
            held.awaitWaiting(2);
        }

        List<Response> responses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(responses).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        responses.stream().filter(response -> response.statusCode() == 409).forEach(response -> response.then()
                .spec(problem(409, "CONSENT_STATE")));
        assertThat(Tables.one(Integer.class, "SELECT version FROM consents WHERE id = ?", UUID.fromString(consent)))
                .isEqualTo(2);
    }

    @Test
    void isNobodysBusinessButThePatientsAndKeepsTrackOfWhoTried() {
        NewPatient patient = aPatient().registered();
        UUID doctor = UUID.randomUUID();
        String consent = asked(doctor, patient, Map.of());
        answered(patient, consent, "APPROVED");
        List<String> strangers = List.of(
                Tokens.patient(UUID.randomUUID()),
                Tokens.doctor(doctor),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.doctorToken(doctor).claim("verified", false).sign(),
                Tokens.hospitalAdmin(UUID.randomUUID()),
                Tokens.systemAdmin(),
                Tokens.service());

        strangers.forEach(token -> everyCall(patient, consent)
                .forEach((call, method) -> send(token, method, call).then().spec(problem(404, "NOT_FOUND"))));

        list(patient, "").then().body("[0].status", equalTo("APPROVED"));
        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            var records = audit.await(
                    withKey(patient.patientId().toString()),
                    strangers.size() * everyCall(patient, consent).size() + 2);
            assertThat(records)
                    .extracting(record -> KafkaRecords.header(record, "ce_type"))
                    .startsWith(DataAccessed.TYPE, AccessRefused.TYPE)
                    .endsWith(AccessRefused.TYPE, DataAccessed.TYPE)
                    .hasSize(strangers.size() * 4 + 2);
            AccessRefused refused = EventJson.read(records.get(1).value(), AccessRefused.class);
            assertThat(refused.resource()).isEqualTo("consents");
            assertThat(refused.actorRole()).isEqualTo("PATIENT");
            assertThat(refused.clientIp()).isNotBlank();
            assertThat(refused.correlationId()).isNotBlank();
        }
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        NewPatient patient = aPatient().registered();
        String unknown = UUID.randomUUID().toString();

        answer(patient, unknown, "APPROVED").then().spec(problem(404, "NOT_FOUND"));
        canRevoke(patient, unknown).then().spec(problem(404, "NOT_FOUND"));
        delete(patient, unknown).then().spec(problem(404, "NOT_FOUND"));
        as(Tokens.patient(UUID.randomUUID()))
                .get(PATH + "/patient/" + unknown)
                .then()
                .spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void needsAToken() {
        everyCall(aPatient(), UUID.randomUUID().toString())
                .forEach((call, method) -> given().contentType("application/json")
                        .body("{}")
                        .request(method, call)
                        .then()
                        .spec(problem(401, "AUTH_FAILED")));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("status", "PENDING", "status"),
                arguments("status", "MAYBE", "status"),
                arguments("status", 0, "status"),
                arguments("status", null, "status"),
                arguments("categories", List.of(), "categories"),
                arguments("categories", List.of("GENOME"), "categories[0]"),
                arguments("metrics", List.of(""), "metrics[0]"),
                arguments("data_from", "9999-01-01", "data_from"),
                arguments("data_to", "31/12/2025", "data_to"),
                arguments("resolution", "BLURRED", "resolution"),
                arguments("access_mode", "OWN", "access_mode"),
                arguments("expires_at", "tomorrow", "expires_at"),
                arguments("expires_at", "2020-01-01T00:00:00Z", "expires_at"),
                arguments("max_reads", -1, "max_reads"),
                arguments("max_reads", 3, "reads_per"),
                arguments("reads_per", "YEAR", "reads_per"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void namesTheFieldThatIsWrong(String member, Object value, String field) {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        Map<String, Object> body = new HashMap<>(Map.of("status", "APPROVED"));
        body.put(member, value);

        answer(patient, consent, body).then().spec(invalidField(field));

        list(patient, "").then().body("[0].status", equalTo("PENDING"));
    }

    @Test
    void refusesIdsThatAreNone() {
        NewPatient patient = aPatient();

        answer(patient, "7", "APPROVED").then().spec(problem(422, "VALIDATION_ERROR"));
        canRevoke(patient, "7").then().spec(problem(422, "VALIDATION_ERROR"));
        delete(patient, "7").then().spec(problem(422, "VALIDATION_ERROR"));
    }

    private static Map<String, Method> everyCall(NewPatient patient, String consent) {
        return Map.of(
                PATH + "/patient/" + patient.patientId(), Method.GET,
                PATH + "/" + consent, Method.PATCH,
                PATH + "/" + consent + "/can-revoke", Method.GET,
                PATH + "/" + consent + "/", Method.DELETE);
    }

    private static Response send(String token, Method method, String call) {
        return method == Method.PATCH
                ? as(token).body(Map.of("status", "REVOKED")).patch(call)
                : as(token).request(method, call);
    }
}
