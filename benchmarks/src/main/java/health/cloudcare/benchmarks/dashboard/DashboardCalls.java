package health.cloudcare.benchmarks.dashboard;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.stack.ServiceProcess;

/** What the app asks for when a patient opens it, one call after the other. */
final class DashboardCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/wearables/";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;

    private DashboardCalls(ServiceProcess service, String token, List<String> paths) {
        this.requests = paths.stream()
                .map(path -> HttpRequest.newBuilder(service.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .toList();
    }

    /** All in one. */
    static DashboardCalls comprehensive(ServiceProcess service, UUID patientId, String token, int days) {
        return new DashboardCalls(service, token, List.of(comprehensivePath(patientId, days)));
    }

    /** What the app called before there was one call for all of it. */
    static DashboardCalls five(ServiceProcess service, UUID patientId, String token, int days) {
        return new DashboardCalls(
                service,
                token,
                List.of(
                        todayPath(patientId),
                        PATH + "metrics/aggregated?period=daily&days=" + days + of(patientId),
                        PATH + "metrics/aggregated?period=hourly&days=1" + of(patientId),
                        PATH + "metrics/sleep-trends?days=" + days + of(patientId),
                        PATH + "devices?patient_id=" + patientId));
    }

    /** With their queries. */
    List<String> paths() {
        return requests.stream()
                .map(request -> request.uri().getRawPath() + "?" + request.uri().getRawQuery())
                .toList();
    }

    private static String comprehensivePath(UUID patientId, int days) {
        return PATH + "metrics/comprehensive?days=" + days + of(patientId);
    }

    private static String todayPath(UUID patientId) {
        return PATH + "summary/today?" + of(patientId).substring(1);
    }

    private static String of(UUID patientId) {
        return "&patient_id=" + patientId + "&tz=" + Person.ZONE;
    }

    /** The bodies together. */
    String send() throws IOException, InterruptedException {
        StringBuilder bodies = new StringBuilder();
        for (HttpRequest request : requests) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        request.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
            }
            bodies.append(response.body());
        }
        return bodies.toString();
    }

    JsonNode answer() throws IOException, InterruptedException {
        return JSON.readTree(send());
    }

    @Override
    public void close() {
        client.close();
    }
}
