package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class ConsentedReadingTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String COMPREHENSIVE = "/api/v1/wearables/metrics/comprehensive";
    private static final String AGGREGATED = "/api/v1/wearables/metrics/aggregated";
    private static final String TODAY = "/api/v1/wearables/summary/today";

    @Inject
    Patients patients;

    private final UUID doctor = UUID.randomUUID();
    private final LocalDate today = Clock.systemUTC().instant().atZone(ZONE).toLocalDate();
    private final LocalDate yesterday = today.minusDays(1);
    private UUID patient = UUID.randomUUID();

    /** Steps and a pulse at noon of yesterday and of the day before. */
    @BeforeEach
    void readings() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        String device = "watch-" + patient;
        UploadTests.as(patient)
                .body(Map.of("device_id", device, "name", "Watch", "type", "apple_watch"))
                .post("/api/v1/wearables/devices")
                .then()
                .statusCode(201);
        UploadTests.as(patient)
                .body(Map.of(
                        "device_id",
                        device,
                        "metrics",
                        List.of(
                                reading("steps", 700, "count", yesterday),
                                reading("steps", 300, "count", yesterday.minusDays(1)),
                                reading("heart_rate", 71, "bpm", yesterday))))
                .post("/api/v1/wearables/sync")
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> owner().get(AGGREGATED).jsonPath().getList("metrics.steps.total"), hasSize(30));
        Awaitility.await().until(() -> owner().get(AGGREGATED).path("metrics.heart_rate[0].avg") != null);
    }

    @Test
    void opensWithTheConsentAndClosesWithItsRevocation() {
        asDoctor().get(COMPREHENSIVE).then().statusCode(403).body("error_code", equalTo("ACCESS_DENIED"));

        GivenConsents consent = GivenConsents.to(patient, doctor).granted();
        opened();
        asDoctor()
                .get(COMPREHENSIVE)
                .then()
                .body("time_series.steps.total.sum()", equalTo(1000.0))
                .body("device_info.total_metrics", equalTo(3));

        consent.revoked();
        Awaitility.await().until(() -> asDoctor().get(TODAY).statusCode() == 403);
        asDoctor().get(COMPREHENSIVE).then().statusCode(403);
    }

    @Test
    void aConsentThatIsOverOpensNothing() {
        GivenConsents.to(patient, doctor)
                .until(Clock.systemUTC().instant().plusSeconds(1))
                .granted();

        opened();
        Awaitility.await().until(() -> asDoctor().get(TODAY).statusCode() == 403);
    }

    @Test
    void showsOnlyTheMetricsThatAreGranted() {
        GivenConsents.to(patient, doctor).ofMetrics("steps").granted();
        opened();

        asDoctor()
                .get(COMPREHENSIVE)
                .then()
                .body("time_series.steps", hasSize(30))
                .body("time_series.heart_rate", empty())
                .body("time_series.heart_rate_hourly", empty())
                .body("time_series.calories", empty())
                .body("time_series.sleep", empty())
                .body("summary.heart_rate.avg", nullValue())
                .body("summary.calories.total", nullValue())
                .body("device_info.total_metrics", equalTo(2));
        asDoctor().get(AGGREGATED).then().body("metrics.keySet()", equalTo(java.util.Set.of("steps")));
        asDoctor()
                .queryParam("metric_type", "heart_rate")
                .get(AGGREGATED)
                .then()
                .statusCode(403);
        asDoctor().get("/api/v1/wearables/imports").then().statusCode(403);
    }

    @Test
    void showsNothingFinerThanGranted() {
        GivenConsents.to(patient, doctor).at("DAILY").granted();
        opened();

        asDoctor()
                .get(COMPREHENSIVE)
                .then()
                .body("time_series.steps", not(empty()))
                .body("time_series.steps_hourly", empty())
                .body("time_series.heart_rate_hourly", empty())
                .body("summary.sleep.sessions", empty());
        asDoctor().queryParam("period", "hourly").get(AGGREGATED).then().statusCode(403);
        asDoctor().queryParam("period", "weekly").get(AGGREGATED).then().statusCode(200);
    }

    @Test
    void showsOnlyTheDaysThatAreGranted() {
        GivenConsents.to(patient, doctor).between(yesterday, yesterday).granted();
        Awaitility.await().until(() -> asDoctor().get(COMPREHENSIVE).statusCode() == 200);

        asDoctor()
                .get(COMPREHENSIVE)
                .then()
                .body("time_series.steps.date", equalTo(List.of(yesterday.toString())))
                .body("time_series.steps.total", equalTo(List.of(700f)))
                .body("device_info.total_metrics", equalTo(0));
        asDoctor().get(TODAY).then().statusCode(403);
        asDoctor()
                .queryParam("start_date", yesterday.minusDays(9).toString())
                .queryParam("end_date", yesterday.minusDays(1).toString())
                .get(AGGREGATED)
                .then()
                .statusCode(403);
        // that zone's day holds the noon before, which is not granted
        asDoctor()
                .queryParam("tz", "Pacific/Kiritimati")
                .get(COMPREHENSIVE)
                .then()
                .body("time_series.steps.total.sum()", equalTo(0f));
    }

    @Test
    void noConsentLetsADoctorWrite() {
        GivenConsents.to(patient, doctor).granted();
        opened();

        given().auth()
                .oauth2(Tokens.doctor(doctor))
                .contentType("application/json")
                .body(Map.of("patient_id", patient, "device_id", "watch-" + patient, "metrics", List.of()))
                .post("/api/v1/wearables/sync")
                .then()
                .statusCode(403);
    }

    @Test
    void whatOnlyTheAuthorityCanDecideIsRefusedWithoutIt() {
        GivenConsents.to(patient, doctor).counted(3).granted();

        Awaitility.await().until(() -> asDoctor().get(TODAY).statusCode() == 503);
        asDoctor().get(TODAY).then().statusCode(503).header("Retry-After", equalTo("1"));
    }

    @Test
    void anUnreadableEventLeavesNothingOpenToItsPatient() {
        GivenConsents consent = GivenConsents.to(patient, doctor).granted();
        opened();

        consent.somethingUnreadable();

        Awaitility.await().until(() -> asDoctor().get(TODAY).statusCode() == 503);
        owner().get(TODAY).then().statusCode(200);
    }

    private void opened() {
        Awaitility.await().until(() -> asDoctor().get(TODAY).statusCode() == 200);
    }

    private RequestSpecification asDoctor() {
        return given().auth().oauth2(Tokens.doctor(doctor)).queryParam("patient_id", patient);
    }

    private RequestSpecification owner() {
        return given().auth().oauth2(Tokens.patient(patient)).queryParam("patient_id", patient);
    }

    private static Map<String, Object> reading(String metric, int value, String unit, LocalDate day) {
        String noon = day.atTime(12, 0).atZone(ZONE).toInstant().toString();
        return Map.of("metric_type", metric, "value", value, "unit", unit, "timestamp", noon);
    }
}
