package health.cloudcare.benchmarks.dashboard;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.stack.ServiceProcess;

/** The call the app makes when the patient opens it. */
final class ComprehensiveCall implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    ComprehensiveCall(ServiceProcess service, UUID patientId, String token, int days) {
        this.request = HttpRequest.newBuilder(service.uri("/api/v1/wearables/metrics/comprehensive?patient_id="
                        + patientId + "&days=" + days + "&tz=" + Person.ZONE))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    String send() throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    JsonNode answer() throws IOException, InterruptedException {
        return JSON.readTree(send());
    }

    @Override
    public void close() {
        client.close();
    }
}
