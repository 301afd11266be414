package health.cloudcare.wearables.device;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class DeviceResourceTest {

    private static final String DEVICES = "/api/v1/wearables/devices";

    private final UUID patient = UUID.randomUUID();

    @Test
    void registersADeviceAndListsTheNewestFirst() {
        register(patient, "first-" + patient)
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("id", notNullValue())
                .body("patient_id", equalTo(patient.toString()))
                .body("name", equalTo("Anna's Watch"))
                .body("type", equalTo("apple_watch"))
                .body("device_id", equalTo("first-" + patient))
                .body("is_connected", equalTo(false))
                .body("battery_level", equalTo(100))
                .body("last_sync_time", nullValue())
                .body("data_points_synced", equalTo(0))
                .body("created_at", endsWith("Z"))
                .body("icon_type", equalTo("SMART_WATCH"));
        register(patient, "second-" + patient).then().statusCode(201);

        as(patient)
                .get(DEVICES + "?patient_id=" + patient)
                .then()
                .statusCode(200)
                .body("device_id", contains("second-" + patient, "first-" + patient));
        as(UUID.randomUUID()).get(DEVICES).then().statusCode(200).body("$", hasSize(0));
    }

    @Test
    void refusesADeviceThatIsRegisteredAlready() {
        register(patient, "taken-" + patient).then().statusCode(201);

        register(patient, "taken-" + patient).then().spec(problem(409, "CONFLICT"));
        register(UUID.randomUUID(), "taken-" + patient).then().spec(problem(409, "CONFLICT"));
    }

    @Test
    void refusesWhatIsNotADevice() {
        as(patient)
                .body("{\"name\": \"x\", \"type\": \"y\"}")
                .post(DEVICES)
                .then()
                .spec(invalidField("device_id"));
        as(patient).get(DEVICES + "?patient_id=me").then().spec(problem(422, "VALIDATION_ERROR"));
    }

    @Test
    void refusesOtherCallers() {
        given().get(DEVICES + "?patient_id=" + patient).then().spec(problem(401, "AUTH_FAILED"));
        as(UUID.randomUUID()).get(DEVICES + "?patient_id=" + patient).then().spec(problem(404, "NOT_FOUND"));
    }

    private static io.restassured.response.Response register(UUID patient, String deviceId) {
        return as(patient).body("""
                        {"patient_id": "%s", "name": "Anna's Watch", "type": "apple_watch", "device_id": "%s"}""".formatted(patient, deviceId)).post(DEVICES);
    }
}
