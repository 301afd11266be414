package health.cloudcare.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Doctor-, document- and wearables-service as patient-service calls them: they answer what a test says, else 503. */
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** What came in with a call. */
    public record Received(String path, String authorization, JsonNode body) {}

    private record Answer(int status, String json) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = listen();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("cloudcare.doctor.url", url, "cloudcare.document.url", url, "cloudcare.wearables.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(OtherServices.class));
    }

    public void forget() {
        answers.clear();
        received.clear();
    }

    /** @param path without its query */
    public void answer(String path, int status, String json) {
        answers.put(path, new Answer(status, json));
    }

    public List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            received.add(new Received(
                    path,
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body)));
            Answer answer = answers.getOrDefault(path, new Answer(503, "{}"));
            byte[] json = answer.json().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
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
