package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.UploadTests;
import health.cloudcare.wearables.patient.Patients;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class HistoryTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String RECENT = "/api/v1/wearables/metrics/recent";
    private static final String BY_TYPE = "/api/v1/wearables/metrics/by-type";
    private static final String SUMMARY = "/api/v1/wearables/summary";

    @Inject
    Patients patients;

    private final UUID doctor = UUID.randomUUID();
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = now.atZone(ZONE).toLocalDate();
    private UUID patient = UUID.randomUUID();

    @BeforeEach
    void readings() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        TenDays.upload(patient, now, today.minusDays(10), ZONE);
    }

    @Test
    void theNewestReadingsComeFirstAsTheyWereReceived() {
        owner().get(RECENT)
                .then()
                .statusCode(200)
                .body("hours", equalTo(24))
                .body("count", equalTo(2))
                .body("metrics.metric_type", contains("steps", "heart_rate"))
                .body("metrics[0].value", equalTo(500f))
                .body("metrics[0].unit", equalTo("count"))
                .body(
                        "metrics[0].timestamp",
                        equalTo(now.minus(Duration.ofHours(2)).toString()))
                .body(
                        "metrics[0].end_date",
                        equalTo(now.minus(Duration.ofHours(2)).plusSeconds(300).toString()))
                .body("metrics[0].source_app", equalTo("Health"))
                .body("metrics[0].device_id", equalTo("phone-" + patient))
                .body("metrics[0].sleep_category", nullValue());
        owner().queryParam("hours", 24 * 12)
                .get(RECENT)
                .then()
                .body("count", equalTo(8))
                .body("metrics[2].sleep_category", equalTo("deep"))
                .body("metrics[2].value", equalTo(4f))
                .body("metrics[2].unit", equalTo("hours"));
        owner().queryParam("limit", 1).get(RECENT).then().body("metrics.metric_type", contains("steps"));
        owner().queryParam("hours", 1).get(RECENT).then().body("count", equalTo(0));
        owner().queryParam("hours", 0).get(RECENT).then().spec(invalidField("hours"));
        owner().queryParam("limit", 0).get(RECENT).then().spec(invalidField("limit"));
    }

    @Test
    void readingsOfAMetricComeOldestFirstByDaysOrDates() {
        String day = today.minusDays(10).toString();
        ofType("heart_rate")
                .get(BY_TYPE)
                .then()
                .statusCode(200)
                .body("metric_type", equalTo("heart_rate"))
                .body("start_date", nullValue())
                .body("count", equalTo(3))
                .body("metrics.value", contains(60f, 70f, 80f));
        ofType("heart_rate").queryParam("days", 2).get(BY_TYPE).then().body("metrics.value", contains(80f));
        ofType("heart_rate").queryParam("limit", 1).get(BY_TYPE).then().body("metrics.value", contains(60f));
        ofType("heart_rate")
                .queryParam("start_date", day)
                .queryParam("end_date", day)
                .get(BY_TYPE)
                .then()
                .body("metrics.value", contains(60f, 70f));
        ofType("heart_rate")
                .queryParam("start_date", day + "T12:00:30")
                .queryParam("end_date", now.toString())
                .get(BY_TYPE)
                .then()
                .body("metrics.value", contains(70f, 80f))
                .body("end_date", equalTo(now.toString()));
        ofType("heart_rate")
                .queryParam("start_date", "soon")
                .get(BY_TYPE)
                .then()
                .spec(invalidField("start_date"));
        ofType("heart_rate")
                .queryParam("start_date", today.minusDays(400).toString())
                .get(BY_TYPE)
                .then()
                .spec(invalidField("start_date"));
        ofType("heart_rate")
                .queryParam("start_date", today.toString())
                .queryParam("end_date", day)
                .get(BY_TYPE)
                .then()
                .spec(invalidField("end_date"));
        ofType("mood").get(BY_TYPE).then().spec(invalidField("metric_type"));
        owner().get(BY_TYPE).then().statusCode(422);
    }

    @Test
    void trendsHaveAPointForEachDayWithReadings() {
        owner().get("/api/v1/wearables/metrics/sleep-trends")
                .then()
                .statusCode(200)
                .body("days", equalTo(30))
                .body("data.date", contains(today.minusDays(9).toString()))
                .body("data[0].time_in_bed", equalTo(8f))
                .body("data[0].time_asleep", equalTo(7f));
        owner().get("/api/v1/wearables/metrics/heart-rate-trends")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("data[0].date", equalTo(today.minusDays(10).toString()))
                .body("data[0].bpm", equalTo(65f))
                .body("data[0].min_bpm", equalTo(60f))
                .body("data[0].max_bpm", equalTo(70f));
        owner().queryParam("days", 367)
                .get("/api/v1/wearables/metrics/heart-rate-trends")
                .then()
                .spec(invalidField("days"));
    }

    @Test
    void theLastDayIsThatOfTheCaller() {
        given().auth()
                .oauth2(Tokens.patient(patient))
                .get(SUMMARY)
                .then()
                .statusCode(200)
                .body("steps", equalTo(500))
                .body("avg_heart_rate", equalTo(80f))
                .body("total_sleep_hours", equalTo(0f))
                .body("calories", equalTo(0))
                .body("data_points", equalTo(2))
                .body("$", hasKey("last_sync"));
        UUID other = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        given().auth()
                .oauth2(Tokens.patient(other))
                .get(SUMMARY)
                .then()
                .statusCode(200)
                .body("data_points", equalTo(0))
                .body("$", not(hasKey("last_sync")));
        given().auth().oauth2(Tokens.doctor(doctor)).get(SUMMARY).then().spec(problem(403));
        given().get(SUMMARY).then().spec(problem(401));
    }

    @Test
    void weeksAndMonthsAreCutWhereTheRequestSays() {
        LocalDate monday = today.minusDays(10)
                .with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        for (String start : List.of("monday", "MONDAY", "de-DE")) {
            owner().queryParam("period", "weekly")
                    .queryParam("metric_type", "heart_rate")
                    .queryParam("week_start", start)
                    .get("/api/v1/wearables/metrics/aggregated")
                    .then()
                    .statusCode(200)
                    .body("metrics.heart_rate[0].date", equalTo(monday.toString()))
                    .body("metrics.heart_rate[0].count", equalTo(2))
                    .body("metrics.heart_rate[0].revision", equalTo(1));
        }
        owner().queryParam("period", "monthly")
                .queryParam("metric_type", "heart_rate")
                .get("/api/v1/wearables/metrics/aggregated")
                .then()
                .body(
                        "metrics.heart_rate[0].date",
                        equalTo(today.minusDays(10).toString().substring(0, 7)));
        owner().queryParam("period", "weekly")
                .queryParam("week_start", "someday")
                .get("/api/v1/wearables/metrics/aggregated")
                .then()
                .spec(invalidField("week_start"));
    }

    @Test
    void aConsentOpensReadingsOneByOneOnlyWhenItOpensThemAll() {
        asDoctor().get(RECENT).then().spec(problem(403));
        GivenConsents daily = GivenConsents.to(patient, doctor).at("DAILY").granted();
        Awaitility.await()
                .until(() ->
                        asDoctor().get("/api/v1/wearables/metrics/sleep-trends").statusCode() == 200);
        asDoctor().get(RECENT).then().spec(problem(403));
        asDoctor().queryParam("metric_type", "steps").get(BY_TYPE).then().spec(problem(403));
        daily.revoked();
        GivenConsents.to(patient, doctor)
                .ofMetrics("heart_rate")
                .between(today.minusDays(10), today.minusDays(10))
                .granted();
        Awaitility.await()
                .until(() -> asDoctor()
                                .queryParam("metric_type", "heart_rate")
                                .get(BY_TYPE)
                                .statusCode()
                        == 200);
        asDoctor()
                .queryParam("metric_type", "heart_rate")
                .get(BY_TYPE)
                .then()
                .body("metrics.value", contains(60f, 70f));
        asDoctor().queryParam("metric_type", "steps").get(BY_TYPE).then().spec(problem(403));
        asDoctor().get("/api/v1/wearables/metrics/sleep-trends").then().spec(problem(403));
        asDoctor()
                .queryParam("hours", 24 * 12)
                .get(RECENT)
                .then()
                .statusCode(200)
                .body("metrics.metric_type", contains("heart_rate", "heart_rate"));
        asDoctor().get("/api/v1/wearables/metrics/heart-rate-trends").then().body("data", hasSize(1));
    }

    @Test
    void whoHasNoReadingsIsAnsweredAllTheSame() {
        UUID other = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        RequestSpecification owner =
                given().auth().oauth2(Tokens.patient(other)).queryParam("patient_id", other);
        owner.get(RECENT).then().statusCode(200).body("metrics", empty());
        owner.get("/api/v1/wearables/metrics/sleep-trends")
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    private RequestSpecification asDoctor() {
        return given().auth().oauth2(Tokens.doctor(doctor)).queryParam("patient_id", patient);
    }

    private RequestSpecification owner() {
        return given().auth().oauth2(Tokens.patient(patient)).queryParam("patient_id", patient);
    }

    private RequestSpecification ofType(String metric) {
        return owner().queryParam("metric_type", metric);
    }
}
