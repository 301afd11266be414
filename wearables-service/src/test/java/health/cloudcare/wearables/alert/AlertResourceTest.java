package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AlertRaised;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.UploadTests;
import health.cloudcare.wearables.patient.Patients;
import health.cloudcare.wearables.summary.GivenConsents;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class AlertResourceTest {
    private static final String ALERTS = "/api/v1/wearables/alerts";
    private static final String EMERGENCY = ALERTS + "/emergency";
    private static final String FEVER = ALERTS + "/thresholds/fever";

    @Inject
    Patients patients;

    private final UUID doctor = UUID.randomUUID();
    private final Instant hourAgo =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
    private UUID patient = UUID.randomUUID();

    @BeforeEach
    void known() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
    }

    @Test
    void whatLastsIsRaisedOnceAndToldToThoseWhoMaySeeIt() {
        GivenConsents.to(patient, doctor).granted();
        await().until(() -> asDoctor().get(ALERTS).statusCode() == 200);

        upload(pulses(135, 140, 138));
        upload(pulses(135, 140, 138));

        await().until(() -> owner().get(ALERTS).jsonPath().getInt("total") == 2);
        owner().get(ALERTS)
                .then()
                .statusCode(200)
                .body("items.rule", hasItem("heart_rate_high"))
                .body("items.severity", hasItem("CRITICAL"))
                .body("items.alert_type", hasItem("HEART_RATE"))
                .body("items.current_value", hasItem(140f))
                .body("items.is_resolved", contains(false, false));
        owner().queryParam("severity", "critical")
                .get(ALERTS)
                .then()
                .body("items.rule", contains("heart_rate_very_high"));
        try (KafkaRecords events = KafkaRecords.of(Topic.WEARABLES)) {
            ConsumerRecord<String, byte[]> told =
                    events.await(KafkaRecords.withKey(patient.toString()).and(KafkaRecords.withType(AlertRaised.TYPE)));
            AlertRaised event = EventJson.read(told.value(), AlertRaised.class);
            assertThat(event.metric()).isEqualTo("heart_rate");
            assertThat(event.doctorIds()).containsExactly(doctor);
            assertThat(new String(told.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("140");
        }
    }

    @Test
    void aDoctorSeesEmergenciesUntilTheyAreAcknowledged() {
        GivenConsents consent = GivenConsents.to(patient, doctor).granted();
        upload(pulses(135, 140, 138));
        await().until(() -> given().auth()
                        .oauth2(Tokens.doctor(doctor))
                        .get(EMERGENCY)
                        .jsonPath()
                        .getList("$")
                        .size()
                == 1);
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .get(EMERGENCY)
                .then()
                .statusCode(200)
                .body("$", empty());
        given().auth().oauth2(Tokens.patient(patient)).get(EMERGENCY).then().spec(problem(403));
        String id = given().auth().oauth2(Tokens.doctor(doctor)).get(EMERGENCY).path("[0].id");

        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .post(ALERTS + "/" + id + "/acknowledge")
                .then()
                .spec(problem(404));
        for (int time = 0; time < 2; time++) {
            given().auth()
                    .oauth2(Tokens.doctor(doctor))
                    .post(ALERTS + "/" + id + "/acknowledge")
                    .then()
                    .statusCode(200)
                    .body("is_resolved", equalTo(true));
        }

        given().auth().oauth2(Tokens.doctor(doctor)).get(EMERGENCY).then().body("$", empty());
        owner().queryParam("status", "acknowledged").get(ALERTS).then().body("items", hasSize(1));
        owner().queryParam("status", "raised").get(ALERTS).then().body("items", hasSize(1));
        consent.revoked();
        await().until(() -> asDoctor().get(ALERTS).statusCode() == 403);
    }

    @Test
    void neitherHistoryNorExerciseNorASingleReadingRaisesAny() {
        upload(List.of(pulse(hourAgo, 180)));
        List<Map<String, Object>> run = new ArrayList<>();
        for (int minute = 10; minute <= 30; minute += 5) {
            run.add(pulse(hourAgo.plusSeconds(minute * 60L), 165));
        }
        run.add(metric("stepCount", "count", 4_000, hourAgo, 30));
        upload(run);
        Instant lastMonth = hourAgo.minus(Duration.ofDays(30));
        upload(List.of(
                pulse(lastMonth, 150), pulse(lastMonth.plusSeconds(300), 150), pulse(lastMonth.plusSeconds(900), 150)));

        owner().get(ALERTS).then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void anAlertGoesWithItsReadings() {
        upload(pulses(135, 140, 138));
        await().until(() -> owner().get(ALERTS).jsonPath().getInt("total") == 2);

        UploadTests.as(patient)
                .body(Map.of("ranges", List.of(Map.of("metric_type", "heart_rate"))))
                .post("/api/v1/wearables/deletions")
                .then()
                .statusCode(201);

        owner().get(ALERTS).then().body("total", equalTo(0));
    }

    @Test
    void aDoctorSetsLimitsOfAPatient() {
        GivenConsents.to(patient, doctor).granted();
        await().until(() -> asDoctor().get(ALERTS + "/thresholds").statusCode() == 200);
        owner().get(ALERTS + "/thresholds")
                .then()
                .statusCode(200)
                .body("size()", greaterThan(15))
                .body("find { it.rule == 'fever' }.limit", equalTo(39f))
                .body("find { it.rule == 'fever' }.is_default", equalTo(true));
        owner().body(Map.of("limit", 38)).put(FEVER).then().spec(problem(403));
        asDoctor().body(Map.of("limit", 380)).put(FEVER).then().spec(invalidField("limit"));
        asDoctor()
                .body(Map.of("limit", 38))
                .put(ALERTS + "/thresholds/mood")
                .then()
                .spec(problem(404));

        asDoctor()
                .header("If-Match", "\"0\"")
                .body(Map.of("limit", 38))
                .put(FEVER)
                .then()
                .statusCode(200);
        asDoctor()
                .header("If-Match", "\"0\"")
                .body(Map.of("limit", 37))
                .put(FEVER)
                .then()
                .spec(problem(412));
        asDoctor().body(Map.of("limit", 38.2)).put(FEVER).then().statusCode(200);
        asDoctor()
                .header("If-Match", "\"2\"")
                .body(Map.of("limit", 38))
                .put(FEVER)
                .then()
                .statusCode(200);
        upload(List.of(temperature(0), temperature(20)));
        await().until(() -> owner().get(ALERTS).jsonPath().getInt("total") == 1);
        owner().get(ALERTS).then().body("items[0].rule", equalTo("fever")).body("items[0].limit", equalTo(38f));

        asDoctor().delete(FEVER).then().statusCode(200).body("is_default", equalTo(true));
        asDoctor().get(ALERTS + "/thresholds").then().body("find { it.rule == 'fever' }.limit", equalTo(39f));
    }

    @Test
    void whatIsAskedForMustBe() {
        owner().queryParam("status", "lost").get(ALERTS).then().spec(invalidField("status"));
        owner().queryParam("severity", "mild").get(ALERTS).then().spec(invalidField("severity"));
        owner().post(ALERTS + "/" + UUID.randomUUID() + "/acknowledge").then().spec(problem(404));
    }

    private Map<String, Object> temperature(int minute) {
        return metric("bodyTemperature", "degC", 38.6, hourAgo.plusSeconds(minute * 60L), 0);
    }

    private List<Map<String, Object>> pulses(int... values) {
        List<Map<String, Object>> pulses = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            pulses.add(pulse(hourAgo.plusSeconds(i * 360L), values[i]));
        }
        return pulses;
    }

    private static Map<String, Object> pulse(Instant at, int value) {
        return metric("heartRate", "count/min", value, at, 0);
    }

    private static Map<String, Object> metric(String type, String unit, double value, Instant at, int minutes) {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "unit",
                unit,
                "startDate",
                at.toString(),
                "endDate",
                at.plusSeconds(minutes * 60L).toString());
    }

    private void upload(List<Map<String, Object>> metrics) {
        UploadTests.as(patient)
                .body(Map.of("deviceId", "watch-" + patient, "exportTimestamp", hourAgo.toString(), "metrics", metrics))
                .post("/api/v1/wearables/import/apple-health")
                .then()
                .statusCode(201);
    }

    private RequestSpecification asDoctor() {
        return given().auth()
                .oauth2(Tokens.doctor(doctor))
                .contentType("application/json")
                .queryParam("patient_id", patient);
    }

    private RequestSpecification owner() {
        return UploadTests.as(patient).queryParam("patient_id", patient);
    }
}
