package health.cloudcare.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.awaitility.Awaitility;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The internal call of notification-service as auth-service sees it: keeps what it would have sent, or fails. */
public class FakeNotificationService implements QuarkusTestResourceLifecycleManager {

    public enum Mood {
        WELL,
        /** Answers 503: the provider or the mail server does not answer. */
        DOWN,
        /** Answers 422: the provider knows no such address. */
        UNDELIVERABLE
    }

    /** @param code null of a notice without one */
    public record Sent(String channel, String to, String template, Map<String, String> parameters) {

        public String code() {
            return parameters.get("code");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Sent> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server = listen();
    private volatile Mood mood = Mood.WELL;
    private volatile String lastAuthorization = "";

    @Override
    public Map<String, String> start() {
        server.createContext("/internal/v1/messages", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return Map.of(
                "cloudcare.notification.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "cloudcare.otp.purge-interval",
                "24H");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeNotificationService.class));
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    public String lastAuthorization() {
        return lastAuthorization;
    }

    public List<Sent> sentTo(String to) {
        return messages.stream().filter(sent -> sent.to().equals(to)).toList();
    }

    /** The latest code sent there. */
    public String codeFor(String to) {
        return sentTo(to).getLast().code();
    }

    /** For messages that no answer waits for. */
    public Sent await(String to, String template) {
        return Awaitility.await()
                .until(
                        () -> sentTo(to).stream()
                                .filter(sent -> sent.template().equals(template))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    public void awaitCount(String to, int count) {
        Awaitility.await().until(() -> sentTo(to).size() >= count);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            lastAuthorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            switch (mood) {
                case WELL -> {
                    messages.add(JSON.treeToValue(body, Sent.class));
                    send(exchange, 202, "{\"message_id\":\"0190\"}");
                }
                case DOWN -> send(exchange, 503, problem(body.get("channel").asText() + "_ERROR"));
                case UNDELIVERABLE -> send(exchange, 422, problem("UNDELIVERABLE"));
            }
        }
    }

    private static String problem(String code) {
        return "{\"title\":\"t\",\"detail\":\"d\",\"error_code\":\"%s\",\"errors\":[]}".formatted(code);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
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
