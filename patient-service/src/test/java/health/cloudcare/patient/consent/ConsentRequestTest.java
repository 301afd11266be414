package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.AT_ONCE;
import static health.cloudcare.patient.consent.ConsentCalls.PATH;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.ask;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.requestOf;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ConsentRequestTest {

    private final UUID doctor = UUID.randomUUID();

    @Test
    void answersWithTheDocumentedConsentOfFullAccessForNinetyDays() {
        NewPatient patient = aPatient().registered();
        Map<String, Object> body = new HashMap<>(Map.of(
                "patient_id",
                patient.patientId(),
                "doctor_id",
                doctor,
                "facility_name",
                " City Hospital ",
                "languages",
                List.of("hi")));

        Response response = ask(doctor, body);

        response.then()
                .statusCode(201)
                .body("patient_id", equalTo(patient.patientId().toString()))
                .body("doctor_id", equalTo(doctor.toString()))
                .body("hospital_id", nullValue())
                .body("facility_name", equalTo("City Hospital"))
                .body("request_type", equalTo("DATA_ACCESS"))
                .body("description", nullValue())
                .body("status", equalTo("PENDING"))
                .body("requested_at", endsWith("Z"))
                .body("responded_at", nullValue())
                .body("is_expired", equalTo(false))
                .body("purpose.code", equalTo("CAREMGT"))
                .body("purpose.text", equalTo("Care Management"))
                .body("categories", contains("PROFILE", "DOCUMENTS", "WEARABLES", "APPOINTMENTS", "NOTES"))
                .body("metrics", empty())
                .body("data_from", nullValue())
                .body("data_to", nullValue())
                .body("resolution", equalTo("RAW"))
                .body("access_mode", equalTo("VIEW"))
                .body("max_reads", nullValue())
                .body("reads_per", nullValue())
                .body("version", equalTo(1));
        assertThat(UUID.fromString(response.path("id")).version()).isEqualTo(7);
        assertThat(between(response)).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void takesTheTermsADoctorAsksForInAnyCase() {
        NewPatient patient = aPatient().registered();
        Map<String, Object> body = requestOf(doctor, patient);
        body.putAll(Map.of(
                "request_type",
                "full_access",
                "description",
                "Follow-up",
                "expires_in_days",
                7,
                "purpose",
                Map.of("code", "dsrch", "text", "Arrhythmia study"),
                "categories",
                List.of("wearables", "Notes"),
                "metrics",
                List.of("steps", "HEART_RATE"),
                "resolution",
                "daily"));
        body.putAll(Map.of(
                "access_mode", "store",
                "data_from", "2025-01-01",
                "data_to", "2025-06-30",
                "max_reads", 5,
                "reads_per", "week"));

        Response response = ask(doctor, body);

        response.then()
                .statusCode(201)
                .body("request_type", equalTo("full_access"))
                .body("description", equalTo("Follow-up"))
                .body("purpose.code", equalTo("DSRCH"))
                .body("purpose.text", equalTo("Arrhythmia study"))
                .body("categories", contains("WEARABLES", "NOTES"))
                .body("metrics", contains("heart_rate", "steps"))
                .body("resolution", equalTo("DAILY"))
                .body("access_mode", equalTo("STORE"))
                .body("data_from", equalTo("2025-01-01"))
                .body("data_to", equalTo("2025-06-30"))
                .body("max_reads", equalTo(5))
                .body("reads_per", equalTo("WEEK"));
        assertThat(between(response)).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Healthcare Professional"})
    void namesADoctorOfUnknownNameAsTheAppDoes(String name) {
        Map<String, Object> body = requestOf(doctor, aPatient().registered());
        body.put("facility_name", name);

        ask(doctor, body).then().statusCode(201).body("facility_name", equalTo("Healthcare Professional"));
    }

    @Test
    void givesTheSameRequestAgainWhileItWaits() {
        NewPatient patient = aPatient().registered();
        String first = asked(doctor, patient, Map.of());

        assertThat(asked(doctor, patient, Map.of("facility_name", "Elsewhere", "request_type", "full_access")))
                .isEqualTo(first);
        assertThat(asked(UUID.randomUUID(), patient, Map.of())).isNotEqualTo(first);
        answered(patient, first, "DENIED");
        assertThat(asked(doctor, patient, Map.of())).isNotEqualTo(first);
    }

    @Test
    void asksAnewOnceARequestHasLapsed() {
        NewPatient patient = aPatient().registered();
        String lapsed = asked(doctor, patient, Map.of());
        letExpire(lapsed);

        String second = asked(doctor, patient, Map.of());

        assertThat(second).isNotEqualTo(lapsed);
        assertThat(asked(doctor, patient, Map.of())).isEqualTo(second);
    }

    @Test
    void requestsAtTheSameMomentBecomeOne() {
        NewPatient patient = aPatient().registered();
        Map<String, Object> body = requestOf(doctor, patient);

        Set<String> ids = Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(doctor, body), AT_ONCE))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(response -> response.then().statusCode(201).extract().<String>path("id"))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
    }

    @Test
    void isForVerifiedDoctorsWhoAskForThemselves() {
        NewPatient patient = aPatient().registered();
        Map<String, Object> body = requestOf(doctor, patient);

        given().contentType("application/json")
                .body(body)
                .post(PATH + "/request")
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        Stream.of(
                        Tokens.doctor(UUID.randomUUID()),
                        Tokens.doctorToken(doctor).claim("verified", false).sign(),
                        Tokens.patient(patient.accountId(), patient.patientId()),
                        Tokens.hospitalAdmin(UUID.randomUUID()),
                        Tokens.systemAdmin(),
                        Tokens.service())
                .forEach(token ->
                        as(token).body(body).post(PATH + "/request").then().spec(problem(403, "ACCESS_DENIED")));
        ConsentCalls.list(patient, "").then().statusCode(200).body("$", empty());
    }

    @Test
    void needsARegisteredPatient() {
        Map<String, Object> body = requestOf(doctor, aPatient().provisional());

        ask(doctor, body).then().spec(problem(404, "NOT_FOUND"));
        body.put("patient_id", UUID.randomUUID());
        ask(doctor, body).then().spec(problem(404, "NOT_FOUND"));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("patient_id", null, "patient_id"),
                arguments("patient_id", "7", "patient_id"),
                arguments("doctor_id", null, "doctor_id"),
                arguments("facility_name", "x".repeat(201), "facility_name"),
                arguments("request_type", "x".repeat(51), "request_type"),
                arguments("request_type", "hospital_admission", "request_type"),
                arguments("description", "x".repeat(1001), "description"),
                arguments("expires_in_days", 0, "expires_in_days"),
                arguments("expires_in_days", 3651, "expires_in_days"),
                arguments("expires_in_days", "soon", "expires_in_days"),
                arguments("purpose", Map.of("code", "CURIOSITY"), "purpose.code"),
                arguments("purpose", Map.of("text", "x".repeat(201)), "purpose.text"),
                arguments("categories", List.of(), "categories"),
                arguments("categories", List.of("GENOME"), "categories[0]"),
                arguments("categories", List.of(0), "categories[0]"),
                arguments("metrics", List.of("steps", " "), "metrics[1]"),
                arguments("data_from", "yesterday", "data_from"),
                arguments("data_from", "0001-01-01", "data_from"),
                arguments("data_to", "9999-01-01", "data_to"),
                arguments("resolution", "BLURRED", "resolution"),
                arguments("resolution", 1, "resolution"),
                arguments("access_mode", "OWN", "access_mode"),
                arguments("max_reads", 0, "max_reads"),
                arguments("max_reads", 3, "reads_per"),
                arguments("reads_per", "DAY", "max_reads"),
                arguments("reads_per", "YEAR", "reads_per"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void namesTheFieldThatIsWrong(String member, Object value, String field) {
        Map<String, Object> body = requestOf(doctor, aPatient());
        body.put(member, value);

        ask(doctor, body).then().spec(invalidField(field));
    }

    @Test
    void refusesABodyThatIsNone() {
        as(Tokens.doctor(doctor)).post(PATH + "/request").then().spec(problem(422));
        as(Tokens.doctor(doctor)).body("[]").post(PATH + "/request").then().spec(problem(422));
        as(Tokens.doctor(doctor)).body("{").post(PATH + "/request").then().spec(problem(422));
    }

    private static Duration between(Response consent) {
        return Duration.between(Instant.parse(consent.path("requested_at")), Instant.parse(consent.path("expires_at")));
    }
}
