package health.cloudcare.wearables.imports;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.wearables.UploadTests.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Damaged bodies through the whole service: taken or refused with a reason, and what is taken adds up. */
@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class DamagedUploadTest {

    private static final String IMPORT = "/api/v1/wearables/import/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BODIES = 25;

    private final UUID patient = UUID.randomUUID();

    @Test
    void damagedRecordsAreTakenOrRefusedAndAddUp() throws JsonProcessingException {
        for (int seed = 0; seed < BODIES; seed++) {
            RandomJson json = new RandomJson(new Random(seed));
            String records = JSON.writeValueAsString(json.mutated(JSON.readTree(GoodUploads.HEALTH_CONNECT)));
            String points = JSON.writeValueAsString(json.mutated(JSON.readTree(GoodUploads.OPEN_MHEALTH)));
            String samples = JSON.writeValueAsString(json.mutated(JSON.readTree(GoodUploads.APPLE)));
            takenOrRefused("health-connect", "{\"deviceId\": \"hc-%s\", \"records\": %s}".formatted(patient, records));
            takenOrRefused("open-mhealth", points);
            takenOrRefused(
                    "apple-health",
                    "{\"deviceId\": \"ah-%s\", \"exportTimestamp\": \"t\", \"metrics\": %s}"
                            .formatted(patient, samples));
        }
    }

    @Test
    void bodiesThatAreNoJsonAreRefused() {
        String good = "{\"records\": %s}".formatted(GoodUploads.HEALTH_CONNECT);
        List<String> bad = List.of(
                good.substring(0, good.length() / 2),
                "[".repeat(1_500),
                "{\"records\": " + "[".repeat(1_500) + "]".repeat(1_500) + "}",
                "{\"records\": [" + "9".repeat(100_000) + "]}",
                "{\"records\": \"" + "x".repeat(1_000_000) + "\"}",
                "\u0000",
                "{\"records\": [], \"deviceId\": \"" + "d".repeat(201) + "\"}");

        for (String body : bad) {
            assertThat(as(patient).body(body).post(IMPORT + "health-connect").statusCode())
                    .isEqualTo(422);
        }
    }

    /** What is bad is told by its type, whatever that is made of. */
    @Test
    void namesThatAreNoTextComeBackAsText() {
        Response answer =
                as(patient).body("""
                        {"deviceId": "ah-%s", "exportTimestamp": "t", "metrics": [
                          {"type": "heartRate\\ud83d", "value": 6000, "unit": "bpm", "startDate": "2025-11-19T05:50:01Z"},
                          {"type": "heartRate", "value": 60, "unit": "bpm", "startDate": "2025-11-19T05:50:01Z", "sourceApp": "\\udc00\\u0000%s"}]}""".formatted(patient, "n".repeat(100_000))).post(IMPORT + "apple-health");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getInt("error_count")).isEqualTo(1);
        assertThat(as(patient)
                        .get("/api/v1/wearables/imports/" + answer.path("import_id"))
                        .statusCode())
                .isEqualTo(200);
    }

    private void takenOrRefused(String path, String body) {
        Response answer = as(patient).body(body).post(IMPORT + path);

        assertThat(answer.statusCode()).as(path + " " + body).isIn(201, 202, 422);
        if (answer.statusCode() == 201) {
            JsonPath told = answer.jsonPath();
            assertThat(told.getLong("stored_count") + told.getLong("duplicate_count") + told.getLong("error_count"))
                    .as(path + " " + body)
                    .isEqualTo(told.getLong("total_metrics"));
            assertThat(told.getList("errors")).hasSize(told.getInt("error_count"));
        }
    }
}
