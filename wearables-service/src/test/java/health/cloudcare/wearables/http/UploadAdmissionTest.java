package health.cloudcare.wearables.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(UploadAdmissionTest.LittleRoom.class)
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class UploadAdmissionTest {

    public static final class LittleRoom implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cloudcare.wearables.sync.max-under-way", "1",
                    "cloudcare.wearables.import.max-under-way", "0");
        }
    }

    private static final String SYNC = "/api/v1/wearables/sync";
    private static final String IMPORT = "/api/v1/wearables/import/apple-health";

    @TestHTTPResource("/")
    URI address;

    private final UUID patient = UUID.randomUUID();
    private final String body = """
            {"device_id": "watch-%s", "metrics": [
              {"metric_type": "heart_rate", "value": 72, "unit": "bpm", "timestamp": "%s"}]}""".formatted(patient, Instant.parse("2025-11-19T05:50:01Z"));

    @Test
    void givesRoomBackHoweverAnUploadEnds() {
        given().contentType("application/json").body(body).post(SYNC).then().statusCode(401);
        as(patient).body("{}").post(SYNC).then().statusCode(422);

        as(patient).body(body).post(SYNC).then().statusCode(200);
        as(patient).body(body).post(SYNC).then().statusCode(200);
    }

    @Test
    void refusesAnUploadWhileTooManyAreUnderWay() throws IOException {
        try (Socket slow = new Socket(address.getHost(), address.getPort())) {
            send(
                    slow,
                    "POST " + SYNC + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.patient(patient)
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n");

            Awaitility.await().until(() -> sync().statusCode() == 503);
            sync().then().header("Retry-After", "2").spec(problem(503, "UNAVAILABLE"));

            send(slow, body);
            assertThat(statusLine(slow)).isEqualTo("HTTP/1.1 200 OK");
        }
        Awaitility.await().until(() -> sync().statusCode() == 200);
    }

    @Test
    void refusesAnImportAndKeepsTheConnection() throws IOException {
        as(patient).body("{}").post(IMPORT).then().statusCode(503).header("Retry-After", "2");
        as(patient).body("[]").post(IMPORT + "/batch").then().statusCode(503).header("Retry-After", "2");
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            String request = "POST " + IMPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            send(connection, request + "GET " + IMPORT + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            String answers = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 503 ").contains("HTTP/1.1 200 OK");
        }
    }

    @Test
    void exportFilesAndWhatIsNoUploadAreNotCounted() {
        as(patient)
                .contentType("application/xml")
                .body("<HealthData/>")
                .post(IMPORT + "/export")
                .then()
                .statusCode(202);
        as(patient).get(IMPORT).then().statusCode(200);
    }

    private Response sync() {
        return as(patient).body(body).post(SYNC);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
