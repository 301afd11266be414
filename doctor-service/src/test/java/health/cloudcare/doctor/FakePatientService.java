package health.cloudcare.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The internal calls of patient-service as doctor-service sees them. Everybody is called Asha Rao but whom it forgot. */
public class FakePatientService implements QuarkusTestResourceLifecycleManager {

    /** What came in with a call. */
    public record Received(String authorization, String clientAddress, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = listen();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private volatile Received last;

    @Override
    public Map<String, String> start() {
        server.createContext("/internal/v1/patients/cards", exchange -> answer(exchange, this::cards));
        server.createContext(
                "/internal/v1/consents/renunciations",
                exchange -> answer(
                        exchange,
                        body -> Map.of(
                                "renounced_at", Clock.systemUTC().instant().toString())));
        server.createContext("/internal/v1/hospitals/cards", exchange -> answer(exchange, this::hospitals));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("cloudcare.patient.url", url, "cloudcare.hospital.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakePatientService.class));
    }

    public void goDown() {
        down = true;
    }

    public void comeUp() {
        down = false;
    }

    public void forget(Object patientId) {
        forgotten.add(patientId.toString());
    }

    public Received last() {
        return last;
    }

    private interface Answering {
        Object to(JsonNode body);
    }

    private List<Map<String, Object>> cards(JsonNode request) {
        List<String> full = new ArrayList<>();
        request.get("full_for").forEach(id -> full.add(id.asText()));
        List<Map<String, Object>> cards = new ArrayList<>();
        for (JsonNode id : request.get("patient_ids")) {
            if (!forgotten.contains(id.asText())) {
                cards.add(card(id.asText(), full.contains(id.asText())));
            }
        }
        return cards;
    }

    /** Every hospital but those it forgot has its id for a name. */
    private List<Map<String, Object>> hospitals(JsonNode request) {
        List<Map<String, Object>> cards = new ArrayList<>();
        for (JsonNode id : request.get("hospital_ids")) {
            if (!forgotten.contains(id.asText())) {
                cards.add(Map.of(
                        "hospital_id", id.asText(), "name", "Hospital " + id.asText(), "hospital_code", "HC-AAAAAA"));
            }
        }
        return cards;
    }

    private static Map<String, Object> card(String patientId, boolean full) {
        Map<String, Object> card = new HashMap<>();
        card.put("patient_id", patientId);
        card.put("name", "Asha Rao");
        card.put("age", full ? 35 : null);
        card.put("gender", full ? "FEMALE" : null);
        card.put("blood_group", full ? "O+" : null);
        card.put("phone", full ? "+919876543210" : null);
        return card;
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            last = new Received(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Forwarded-For"),
                    body);
            byte[] answer = JSON.writeValueAsString(down ? Map.of() : answering.to(body))
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(down ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
