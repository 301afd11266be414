package health.cloudcare.wearables.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.UploadTests;
import health.cloudcare.wearables.patient.Patients;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class DeletionResourceTest {
    private static final String DELETIONS = "/api/v1/wearables/deletions";

    @Inject
    Patients patients;

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final Instant yesterday = now.minus(Duration.ofHours(30));
    private UUID patient = UUID.randomUUID();

    @BeforeEach
    void known() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
    }

    @Test
    void recordsGoByTheIdOfTheirSourceAndStayAway() {
        pulses(pulse("a", yesterday, 60), pulse("b", yesterday.plusSeconds(60), 70));

        delete(Map.of("record_ids", List.of("a", "never seen")))
                .statusCode(201)
                .header("Location", containsString(DELETIONS))
                .body("success", equalTo(true))
                .body("status", equalTo("COMPLETED"))
                .body("removed", equalTo(1));

        shown().body("metrics.value", contains(70f));
        total().body("metrics.heart_rate.count", contains(1));
        try (KafkaRecords events = KafkaRecords.of(Topic.WEARABLES)) {
            events.await(
                    KafkaRecords.withKey(patient.toString()).and(KafkaRecords.withType("wearables.aggregate-revised")));
        }
    }

    @Test
    void aSourceGoesWholeAndMaySendAnew() {
        pulses(pulse("a", yesterday, 60), pulse("b", yesterday.plusSeconds(60), 70));
        UploadTests.as(patient)
                .body(Map.of(
                        "device_id",
                        "watch-" + patient,
                        "metrics",
                        List.of(Map.of(
                                "metric_type",
                                "steps",
                                "value",
                                9,
                                "unit",
                                "count",
                                "timestamp",
                                yesterday.toString()))))
                .post("/api/v1/wearables/sync")
                .then()
                .statusCode(200);

        String id = delete(Map.of("ranges", List.of(Map.of("device_id", "phone-" + patient))))
                .statusCode(201)
                .body("removed", equalTo(2))
                .extract()
                .path("deletion_id");
        shown().body("metrics", empty());
        UploadTests.as(patient)
                .get(DELETIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("removed", equalTo(2));
        // it is no import, and nobody else's
        UploadTests.as(patient).get("/api/v1/wearables/imports/" + id).then().spec(problem(404));
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .get(DELETIONS + "/" + id)
                .then()
                .spec(problem(404));

        pulses(pulse("a", yesterday, 61));
        shown().body("metrics.value", contains(61f));
    }

    @Test
    void aPartOfTheTimeOfOneMetricGoes() {
        pulses(pulse(null, yesterday, 60), pulse(null, yesterday.plusSeconds(60), 70));

        delete(Map.of(
                        "ranges",
                        List.of(Map.of(
                                "metric_type",
                                "heart_rate",
                                "start_date",
                                yesterday.toString(),
                                "end_date",
                                yesterday.toString()))))
                .statusCode(201)
                .body("removed", equalTo(1));
        shown().body("metrics.value", contains(70f));
        delete(Map.of("ranges", List.of(Map.of("metric_type", "steps"))))
                .statusCode(201)
                .body("removed", equalTo(0));
        shown().body("metrics.value", contains(70f));
    }

    @Test
    void aRecordThatIsSentAgainReplacesWhatItWas() {
        pulses(pulse("a", yesterday, 60));
        pulses(pulse("a", yesterday.minus(Duration.ofHours(20)), 90));

        shown().body("metrics.value", contains(90f))
                .body(
                        "metrics.timestamp",
                        contains(yesterday.minus(Duration.ofHours(20)).toString()));
        total().body("metrics.heart_rate.count", contains(1)).body("metrics.heart_rate.avg", contains(90f));
    }

    @Test
    void onlyThePatientDeletesAndSaysWhat() {
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .contentType("application/json")
                .body(Map.of("patient_id", patient, "record_ids", List.of("a")))
                .post(DELETIONS)
                .then()
                .spec(problem(403));
        delete(Map.of()).spec(problem(422));
        delete(Map.of("ranges", List.of(Map.of()))).spec(invalidField("ranges[0]"));
        delete(Map.of("ranges", List.of(Map.of("metric_type", "mood")))).spec(invalidField("ranges[0].metric_type"));
        delete(Map.of(
                        "ranges",
                        List.of(Map.of(
                                "start_date",
                                now.toString(),
                                "end_date",
                                now.minusSeconds(1).toString()))))
                .spec(invalidField("ranges[0].end_date"));
        delete(Map.of("record_ids", List.of(""))).statusCode(422);
        UploadTests.as(patient).get(DELETIONS + "/" + UUID.randomUUID()).then().spec(problem(404));
    }

    private ValidatableResponse delete(Map<String, ?> body) {
        return UploadTests.as(patient).body(body).post(DELETIONS).then();
    }

    private void pulses(Map<?, ?>... metrics) {
        UploadTests.as(patient)
                .body(Map.of(
                        "deviceId", "phone-" + patient, "exportTimestamp", now.toString(), "metrics", List.of(metrics)))
                .post("/api/v1/wearables/import/apple-health")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> pulse(String id, Instant at, int bpm) {
        Map<String, Object> pulse = Map.of(
                "type",
                "heartRate",
                "value",
                bpm,
                "unit",
                "count/min",
                "startDate",
                at.toString(),
                "endDate",
                at.toString());
        if (id == null) {
            return pulse;
        }
        Map<String, Object> numbered = new java.util.HashMap<>(pulse);
        numbered.put("uuid", id);
        return numbered;
    }

    private ValidatableResponse shown() {
        return UploadTests.as(patient)
                .queryParam("patient_id", patient)
                .queryParam("metric_type", "heart_rate")
                .get("/api/v1/wearables/metrics/by-type")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse total() {
        return UploadTests.as(patient)
                .queryParam("patient_id", patient)
                .queryParam("metric_type", "heart_rate")
                .queryParam("period", "daily")
                .get("/api/v1/wearables/metrics/aggregated")
                .then()
                .statusCode(200);
    }
}
