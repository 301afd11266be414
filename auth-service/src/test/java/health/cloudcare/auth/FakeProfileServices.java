package health.cloudcare.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The internal calls of patient-service as auth-service sees them, and every way they go wrong. What it keeps can be asked
 * for, so that tests see whether a signup left anything behind.
 */
public class FakeProfileServices implements QuarkusTestResourceLifecycleManager {

    public enum Mood {
        WELL,
        REFUSES_AADHAAR,
        FINDS_GENDER_INVALID,
        /** Answers 503 and does nothing. */
        DOWN,
        /** Stores a registration, and fails to say so. */
        LOSES_ANSWERS,
        /** A registration is on its way until {@link #deliver} lets it arrive. */
        SLOW
    }

    public static final String HOSPITAL_CODE = "HC-B2631D";
    public static final String HOSPITAL_ID = "019a0000-0000-7000-8000-000000000001";

    /** Of whoever asks. */
    private static final String CONNECTIONS = """
            [{"connection_id": "019a0000-0000-7000-8000-0000000000c1", "peer_id": "019a0000-0000-7000-8000-0000000000c2",
              "peer_name": "Ravi Kumar", "peer_type": "PATIENT", "since": "2025-11-19T05:50:01Z"}]""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> patients = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final HttpServer server = listen();
    private volatile Mood mood = Mood.WELL;
    private volatile CountDownLatch delivery = new CountDownLatch(0);
    private volatile CountDownLatch delivered = new CountDownLatch(0);
    private volatile int lateStatus;
    private volatile String lastRequestId = "";

    @Override
    public Map<String, String> start() {
        server.createContext("/internal/v1/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "cloudcare.patient.url",
                url,
                "cloudcare.doctor.url",
                url,
                "cloudcare.hospital.url",
                url,
                "quarkus.rest-client.patient-service.read-timeout",
                "4000",
                "cloudcare.signup.abandoned-after",
                "0S",
                "cloudcare.signup.recovery-interval",
                "24H");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeProfileServices.class));
    }

    public void is(Mood mood) {
        this.mood = mood;
        if (mood == Mood.SLOW) {
            delivery = new CountDownLatch(1);
            delivered = new CountDownLatch(1);
        }
    }

    /** Lets the registration that was on its way arrive, and tells how it was answered. */
    public int deliver() throws InterruptedException {
        delivery.countDown();
        delivered.await();
        return lateStatus;
    }

    /** The correlation id that came with the latest call. */
    public String lastRequestId() {
        return lastRequestId;
    }

    public boolean has(String email) {
        return patients.values().stream().anyMatch(p -> p.path("email").asText().equals(email));
    }

    /** What was registered under this profile id, of whichever service. */
    public JsonNode profile(String profileId) {
        return patients.get(profileId);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            String id = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            lastRequestId = String.valueOf(exchange.getRequestHeaders().getFirst("X-Request-Id"));
            if (token == null) {
                send(exchange, 401, "{}");
            } else if (mood == Mood.DOWN) {
                send(exchange, 503, problem("UNAVAILABLE", ""));
            } else {
                switch (exchange.getRequestMethod()) {
                    case "PUT" -> register(exchange, id, JSON.readTree(body));
                    case "DELETE" -> cancel(exchange, id);
                    case "GET" -> read(exchange, id);
                    default -> signIn(exchange, JSON.readTree(body));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(HttpExchange exchange, String id) throws IOException {
        if (id.equals("connections")) {
            send(exchange, 200, CONNECTIONS);
        } else {
            hospitalCode(exchange, id);
        }
    }

    private void register(HttpExchange exchange, String id, JsonNode body) throws IOException, InterruptedException {
        switch (mood) {
            case REFUSES_AADHAAR -> send(exchange, 409, problem("AADHAAR_ALREADY_REGISTERED", ""));
            case FINDS_GENDER_INVALID ->
                send(
                        exchange,
                        422,
                        problem(
                                "VALIDATION_ERROR",
                                "{\"field\":\"gender\",\"message\":\"wrong\",\"type\":\"format\"}"));
            case LOSES_ANSWERS -> {
                patients.put(id, body);
                send(exchange, 500, "");
            }
            case SLOW -> {
                CountDownLatch done = delivered;
                delivery.await();
                lateStatus = store(id, body) ? 200 : 409;
                done.countDown();
            }
            default -> {
                if (store(id, body)) {
                    send(exchange, 200, confirmation(exchange, id, body));
                } else {
                    send(exchange, 409, problem("REGISTRATION_CANCELLED", ""));
                }
            }
        }
    }

    private static String confirmation(HttpExchange exchange, String id, JsonNode body) {
        String path = exchange.getRequestURI().getPath();
        if (path.contains("/hospitals/")) {
            return "{\"hospital_id\":\"%s\",\"hospital_code\":\"HC-%s\"}"
                    .formatted(id, id.substring(id.length() - 6).toUpperCase(Locale.ROOT));
        }
        return body.hasNonNull("aadhar_number")
                ? "{\"patient_id\":\"%s\",\"aadhar_uid\":\"%s\"}".formatted(id, uid(body))
                : "{}";
    }

    private static String uid(JsonNode body) {
        return body.get("aadhar_number").asText().repeat(6).substring(0, 64);
    }

    /** The only hospital that doctors can name. */
    private static void hospitalCode(HttpExchange exchange, String code) throws IOException {
        if (code.equals(HOSPITAL_CODE)) {
            send(exchange, 200, "{\"hospital_id\":\"%s\",\"hospital_code\":\"%s\"}".formatted(HOSPITAL_ID, code));
        } else {
            send(exchange, 404, problem("NOT_FOUND", ""));
        }
    }

    private boolean store(String id, JsonNode body) {
        if (cancelled.contains(id)) {
            return false;
        }
        patients.put(id, body);
        return true;
    }

    private void cancel(HttpExchange exchange, String id) throws IOException {
        cancelled.add(id);
        patients.remove(id);
        send(exchange, 200, "{\"success\":true,\"message\":\"cancelled\"}");
    }

    private void signIn(HttpExchange exchange, JsonNode body) throws IOException {
        String number = body.get("aadhar_number").asText().replace(" ", "");
        var found = patients.entrySet().stream()
                .filter(p -> p.getValue().path("aadhar_number").asText().equals(number))
                .findFirst();
        if (number.startsWith("1234")) {
            send(exchange, 422, problem("VALIDATION_ERROR", ""));
        } else if (found.isEmpty()) {
            send(exchange, 404, problem("NOT_FOUND", ""));
        } else {
            String account = found.get().getValue().get("account_id").asText();
            send(
                    exchange,
                    200,
                    "{\"account_id\":\"%s\",\"patient_id\":\"%s\"}"
                            .formatted(account, found.get().getKey()));
        }
    }

    private static String problem(String code, String errors) {
        return "{\"title\":\"t\",\"detail\":\"d\",\"error_code\":\"%s\",\"errors\":[%s]}".formatted(code, errors);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
