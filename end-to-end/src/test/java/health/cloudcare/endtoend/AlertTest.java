package health.cloudcare.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A pulse that stays high: the patient is told and so is the doctor with a consent, in whose list it stands until it is seen. */
@WithSuite
@Order(4)
class AlertTest {

    private static final String ALERTS = "/api/v1/wearables/alerts";
    private static final String EMERGENCY = ALERTS + "/emergency";

    private final Suite suite;
    private final Instant now = Clock.systemUTC().instant();

    AlertTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void isToldAndListedUntilItIsSeen() {
        SignedIn patient = SignedIn.newPatient(suite.gateway());
        SignedIn doctor = Hospitals.verifiedDoctorOf(Hospitals.verified(suite));
        SignedIn stranger = Hospitals.verifiedDoctorOf(Hospitals.verified(suite));
        Consents.granted(patient, doctor);
        String path = ALERTS + "?patient_id=" + patient.profileId();
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> doctor.get(path).status() == 200);

        patient.post(
                        PatientClient.APPLE_HEALTH,
                        Map.of(
                                "deviceId",
                                "watch-" + patient.profileId(),
                                "exportTimestamp",
                                now.toString(),
                                "metrics",
                                highPulses()))
                .expect(201);

        JsonNode critical = await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> doctor.get(EMERGENCY).expect(200).json(), list -> list.size() == 1)
                .path(0);
        assertThat(critical.path("patient_id").asText())
                .isEqualTo(patient.profileId().toString());
        assertThat(critical.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(stranger.get(EMERGENCY).expect(200).json()).isEmpty();
        assertThat(stranger.get(path).status()).isEqualTo(403);
        for (SignedIn told : List.of(patient, doctor)) {
            await().atMost(Imports.PATIENCE)
                    .pollInterval(Imports.LOOK)
                    .until(() ->
                            told.get("/api/v1/notifications").expect(200).text().contains("out of range"));
        }

        doctor.post(ALERTS + "/" + critical.path("id").asText() + "/acknowledge", Map.of())
                .expect(200);

        assertThat(doctor.get(EMERGENCY).expect(200).json()).isEmpty();
        assertThat(patient.get(path + "&status=acknowledged").expect(200).json().path("items"))
                .hasSize(1);
    }

    private List<Map<String, Object>> highPulses() {
        List<Map<String, Object>> pulses = new ArrayList<>();
        for (int minute = 40; minute >= 10; minute -= 5) {
            String at = now.minusSeconds(minute * 60L).toString();
            pulses.add(Map.of("type", "heartRate", "value", 142, "unit", "count/min", "startDate", at, "endDate", at));
        }
        return pulses;
    }
}
