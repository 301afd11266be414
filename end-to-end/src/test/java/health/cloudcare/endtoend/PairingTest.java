package health.cloudcare.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A phone that is paired sends for its patient, without a token of theirs, until that is ended in any of the ways there are. */
@WithSuite
@Order(4)
class PairingTest {

    private static final String PAIR = "/api/v1/wearables/devices/pair";
    private static final String PAIRED = "/api/v1/wearables/devices/paired";
    private static final String UNPAIR = "/api/v1/wearables/devices/unpair/";

    private final Gateway gateway;
    private final Instant now = Clock.systemUTC().instant();

    PairingTest(Suite suite) {
        gateway = suite.gateway();
    }

    @Test
    void sendsUntilItIsUnpaired() {
        PatientClient anna = PatientClient.signUp(gateway);
        String phone = "iphone-" + anna.patientId();
        String credential = pair(anna, phone, UUID.randomUUID().toString());

        JsonNode stored = send(credential, phone).expect(201).json();
        assertThat(stored.path("storedCount").asInt(stored.path("stored_count").asInt()))
                .isEqualTo(1);
        assertThat(anna.get(
                                PatientClient.TODAY,
                                Map.of("patient_id", anna.patientId().toString()))
                        .status())
                .isEqualTo(200);
        // and can do nothing else
        send(credential, "another-" + phone).expect(403);
        for (String path : List.of(PatientClient.TODAY, PAIRED, "/api/v1/auth/me", "/auth/sessions")) {
            assertThat(gateway.get(path, Map.of("patient_id", anna.patientId().toString()), credential)
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }

        JsonNode listed = anna.get(
                        PAIRED, Map.of("android_user_id", anna.patientId().toString()))
                .expect(200)
                .json();
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("data_points_synced").asInt()).isLessThanOrEqualTo(1);
        gateway.delete(UNPAIR + listed.path(0).path("id").asText(), anna.token())
                .expect(200);

        awaitRefused(credential, phone);
        assertThat(anna.get(PAIRED, Map.of()).expect(200).json()).isEmpty();
    }

    @Test
    void endsWithTheSessionsOfItsPatient() {
        PatientClient anna = PatientClient.signUp(gateway);
        String phone = "iphone-" + anna.patientId();
        String code = UUID.randomUUID().toString();
        String credential = pair(anna, phone, code);
        send(credential, phone).expect(201);

        anna.post("/auth/logout-all", Map.of()).expect(200);

        awaitRefused(credential, phone);
    }

    @Test
    void aCodeThatWasSeenByOthersIsOfNoUseToThem() {
        PatientClient anna = PatientClient.signUp(gateway);
        PatientClient eve = PatientClient.signUp(gateway);
        String phone = "iphone-" + anna.patientId();
        String code = UUID.randomUUID().toString();
        pair(anna, phone, code);

        assertThat(eve.post(PAIR, body(eve, "eves-" + phone, code)).status()).isEqualTo(409);
        assertThat(eve.post(PAIR, body(eve, phone, UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(409);
        assertThat(eve.post(PAIR, body(anna, phone, UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(403);
    }

    private void awaitRefused(String credential, String phone) {
        await().atMost(Revocation.LIMIT)
                .pollInterval(Revocation.LOOK)
                .until(() -> send(credential, phone).status() == 401);
    }

    private static String pair(PatientClient patient, String phone, String code) {
        return patient.post(PAIR, body(patient, phone, code))
                .expect(201)
                .json()
                .path("device_credential")
                .asText();
    }

    private static Map<String, Object> body(PatientClient patient, String phone, String code) {
        Map<String, Object> body = new HashMap<>();
        body.put("userId", "ios-user");
        body.put("deviceId", phone);
        body.put("androidUserId", patient.patientId().toString());
        body.put("deviceName", "iPhone");
        body.put("deviceType", "apple_health_iphone");
        body.put("pairingCode", code);
        body.put("generatedAt", Clock.systemUTC().instant().toString());
        body.put("expiresAt", Clock.systemUTC().instant().plusSeconds(600).toString());
        return body;
    }

    private Answer send(String credential, String phone) {
        return gateway.post(
                PatientClient.APPLE_HEALTH,
                Map.of(
                        "deviceId",
                        phone,
                        "exportTimestamp",
                        now.toString(),
                        "metrics",
                        List.of(Map.of(
                                "type",
                                "heartRate",
                                "value",
                                61,
                                "unit",
                                "count/min",
                                "startDate",
                                now.minusSeconds(90).toString(),
                                "endDate",
                                now.minusSeconds(90).toString()))),
                credential);
    }
}
