package health.cloudcare.wearables.pairing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DevicePaired;
import health.cloudcare.contracts.DeviceUnpaired;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class PairingResourceTest {
    private static final String PAIR = "/api/v1/wearables/devices/pair";
    private static final String PAIRED = "/api/v1/wearables/devices/paired";
    private static final String UNPAIR = "/api/v1/wearables/devices/unpair/";

    @Inject
    Patients patients;

    @Inject
    ScriptedDeviceSessions sessions;

    private final Instant now = Clock.systemUTC().instant();
    private final String code = "CODE-" + UUID.randomUUID();
    private UUID patient = UUID.randomUUID();
    private String phone = "";

    @BeforeEach
    void known() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        phone = "iphone-" + patient;
    }

    @Test
    void pairsInBothSpellings() {
        pair(patient, android(code, now.plusSeconds(600)))
                .statusCode(201)
                .body("message", containsString("success"))
                .body("pairing_id", notNullValue())
                .body("ios_user_id", equalTo("ios-anna"))
                .body("ios_device_id", equalTo(phone))
                .body("android_user_id", equalTo(patient.toString()))
                .body("paired_at", notNullValue())
                .body("device_name", equalTo("Anna's iPhone"))
                .body("device_credential", startsWith("ccd_"));
        paired("patient_id").body("device_id", contains(phone)).body("[0].type", equalTo("iphone"));
        paired("android_user_id").body("name", contains("Anna's iPhone"));

        phone = "watch-" + patient;
        pair(
                        patient,
                        Map.of(
                                "ios_user_id",
                                "ios-anna",
                                "ios_device_id",
                                phone,
                                "android_user_id",
                                patient,
                                "device_name",
                                "Anna's Watch",
                                "device_type",
                                "apple_watch",
                                "pairing_code",
                                "SEED-" + UUID.randomUUID()))
                .statusCode(201);
        paired("patient_id").body("device_id", contains("watch-" + patient, "iphone-" + patient));
    }

    @Test
    void aCodeIsGoodForOneDeviceOfOnePatientAndInTime() {
        String id = pair(patient, android(code, now.plusSeconds(600)))
                .statusCode(201)
                .extract()
                .path("pairing_id");
        UUID first = sessions.sessionOf(phone);

        // the answer got lost
        pair(patient, android(code, now.plusSeconds(600))).statusCode(201).body("pairing_id", equalTo(id));
        assertThat(sessions.hasEnded(first)).isTrue();
        assertThat(sessions.sessionOf(phone)).isNotEqualTo(first);

        UUID other =
                UploadTests.knownPatient(id2 -> patients.exists(id2).await().atMost(Duration.ofSeconds(5)));
        Map<String, Object> stolen = android(code, now.plusSeconds(600));
        stolen.put("androidUserId", other);
        pair(other, stolen).spec(problem(409, "DEVICE_PAIRED"));
        stolen.put("deviceId", "another-" + other);
        pair(other, stolen).spec(problem(409, "PAIRING_CODE_USED"));
        pair(patient, android("OLD-1", now.minusSeconds(1))).spec(problem(400, "PAIRING_CODE_EXPIRED"));
        pair(patient, android("FAR-1", now.plusSeconds(3_600))).spec(invalidField("expires_at"));
    }

    @Test
    void onlyThePatientPairsOrUnpairs() {
        UUID other = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        pair(other, android(code, now.plusSeconds(600))).spec(problem(403));
        String id = pair(patient, android(code, now.plusSeconds(600)))
                .statusCode(201)
                .extract()
                .path("pairing_id");
        given().auth().oauth2(Tokens.patient(other)).delete(UNPAIR + id).then().spec(problem(404));
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .delete(UNPAIR + id)
                .then()
                .spec(problem(403));
        given().auth()
                .oauth2(Tokens.patient(other))
                .queryParam("android_user_id", patient)
                .get(PAIRED)
                .then()
                .spec(problem(403));
        pair(patient, Map.of("androidUserId", patient)).statusCode(422);
    }

    @Test
    void unpairingEndsTheCredentialAndKeepsWhatWasSent() {
        pair(patient, android(code, now.plusSeconds(600))).statusCode(201);
        upload(Tokens.device(patient, phone), phone).statusCode(201).body("stored_count", equalTo(1));
        String listed = paired("patient_id").extract().path("[0].id");

        UploadTests.as(patient).delete(UNPAIR + listed).then().statusCode(200).body("success", equalTo(true));

        assertThat(sessions.hasEnded(sessions.sessionOf(phone))).isTrue();
        try (KafkaRecords events = KafkaRecords.of(Topic.WEARABLES)) {
            for (String type : List.of(DevicePaired.TYPE, DeviceUnpaired.TYPE)) {
                events.await(KafkaRecords.withKey(patient.toString()).and(KafkaRecords.withType(type)));
            }
        }
        paired("patient_id").body("$", empty());
        UploadTests.as(patient).delete(UNPAIR + listed).then().spec(problem(404));
        UploadTests.as(patient)
                .queryParam("patient_id", patient)
                .queryParam("metric_type", "heart_rate")
                .get("/api/v1/wearables/metrics/by-type")
                .then()
                .body("count", equalTo(1));
    }

    @Test
    void aDeviceSendsItsOwnReadingsAndSeesNothing() {
        String device = Tokens.device(patient, phone);
        upload(device, phone).statusCode(201);
        upload(device, "another-" + phone).spec(problem(403));
        given().auth()
                .oauth2(device)
                .contentType("application/json")
                .body(Map.of(
                        "device_id",
                        phone,
                        "metrics",
                        List.of(Map.of(
                                "metric_type", "steps", "value", 7, "unit", "count", "timestamp", now.toString()))))
                .post("/api/v1/wearables/sync")
                .then()
                .statusCode(200);
        for (String path : List.of(
                "metrics/comprehensive", "metrics/recent", "summary/today", "devices", "devices/paired", "imports")) {
            given().auth()
                    .oauth2(device)
                    .queryParam("patient_id", patient)
                    .get("/api/v1/wearables/" + path)
                    .then()
                    .spec(problem(403));
        }
        given().auth()
                .oauth2(device)
                .contentType("application/json")
                .body(Map.of("record_ids", List.of("a")))
                .post("/api/v1/wearables/deletions")
                .then()
                .spec(problem(403));
    }

    private ValidatableResponse pair(UUID by, Map<String, ?> body) {
        return UploadTests.as(by).body(body).post(PAIR).then();
    }

    private ValidatableResponse paired(String parameter) {
        return UploadTests.as(patient)
                .queryParam(parameter, patient)
                .get(PAIRED)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> android(String pairingCode, Instant expiresAt) {
        Map<String, Object> body = new HashMap<>();
        body.put("userId", "ios-anna");
        body.put("deviceId", phone);
        body.put("androidUserId", patient);
        body.put("deviceName", "Anna's iPhone");
        body.put("deviceType", "iphone");
        body.put("pairingCode", pairingCode);
        body.put("generatedAt", now.toString());
        body.put("expiresAt", expiresAt.toString());
        return body;
    }

    private ValidatableResponse upload(String token, String device) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of(
                        "deviceId",
                        device,
                        "exportTimestamp",
                        now.toString(),
                        "metrics",
                        List.of(Map.of(
                                "type",
                                "heartRate",
                                "value",
                                60,
                                "unit",
                                "count/min",
                                "startDate",
                                now.minusSeconds(60).toString(),
                                "endDate",
                                now.minusSeconds(60).toString()))))
                .post("/api/v1/wearables/import/apple-health")
                .then();
    }
}
