package health.cloudcare.journey;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** A signed-in patient and the calls of the journey. Calls answer whatever came; who needs a success says so. */
public final class PatientClient {

    public static final String SIGNUP = "/api/v1/auth/signup/patient";
    public static final String LOGIN = "/api/v1/auth/login";
    public static final String ME = "/api/v1/auth/me";
    public static final String DEVICES = "/api/v1/wearables/devices";
    public static final String SYNC = "/api/v1/wearables/sync";
    public static final String APPLE_HEALTH = "/api/v1/wearables/import/apple-health";
    public static final String APPLE_HEALTH_BATCH = APPLE_HEALTH + "/batch";
    public static final String EXPORT = APPLE_HEALTH + "/export";
    public static final String IMPORTS = "/api/v1/wearables/imports";
    public static final String COMPREHENSIVE = "/api/v1/wearables/metrics/comprehensive";
    public static final String AGGREGATED = "/api/v1/wearables/metrics/aggregated";
    public static final String TODAY = "/api/v1/wearables/summary/today";

    private final Gateway gateway;
    private final UUID patientId;
    private final String token;

    private PatientClient(Gateway gateway, JsonNode tokens) {
        this.gateway = gateway;
        this.patientId = UUID.fromString(tokens.path("user").path("patient_id").asText());
        this.token = tokens.path("access_token").asText();
    }

    /** A person who did not exist before, signed up and logged in. */
    public static PatientClient signUp(Gateway gateway) {
        NewPatient person = NewPatient.invent();
        gateway.post(SIGNUP, person.signupBody()).expect(201);
        return logIn(gateway, person);
    }

    public static PatientClient logIn(Gateway gateway, NewPatient person) {
        Answer answer = gateway.post(LOGIN, Map.of("email", person.email(), "password", person.password()));
        return new PatientClient(gateway, answer.expect(200).json());
    }

    public UUID patientId() {
        return patientId;
    }

    public String token() {
        return token;
    }

    public Answer me() {
        return gateway.get(ME, Map.of(), token);
    }

    public Answer registerDevice(String name, String type, String deviceId) {
        return post(
                DEVICES, Map.of("patient_id", patientId.toString(), "name", name, "type", type, "device_id", deviceId));
    }

    /** @param body an object to be written as JSON, or a text to be sent as it is */
    public Answer post(String path, Object body) {
        return gateway.post(path, body, token);
    }

    /** A GET about this patient. */
    public Answer get(String path, Map<String, String> query) {
        Map<String, String> all = new HashMap<>(query);
        all.putIfAbsent("patient_id", patientId.toString());
        return gateway.get(path, all, token);
    }

    /** @param importId chosen by the caller, so that the import can be watched while its file is on its way */
    public CompletableFuture<Answer> importExport(UUID importId, HttpRequest.BodyPublisher file) {
        return gateway.stream(
                EXPORT, "application/octet-stream", file, token, Map.of("Idempotency-Key", importId.toString()));
    }

    public Answer findImport(UUID importId) {
        return gateway.get(IMPORTS + "/" + importId, Map.of(), token);
    }

    /** The import's reports as they change, until it has ended. To be closed. */
    public Stream<ImportReport> followImport(UUID importId) {
        return gateway.events(IMPORTS + "/" + importId + "/events", token)
                .map(data -> Json.read(data, ImportReport.class));
    }

    @Override
    public String toString() {
        return "PatientClient[" + patientId + "]";
    }
}
