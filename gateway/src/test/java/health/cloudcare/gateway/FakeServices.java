package health.cloudcare.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Stands for all services but doctor (nobody listens there) in tests of the gateway. Tells what arrived, so that tests ask
 * it through the gateway and share no state with it.
 */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, HttpServerResponse> streams = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        RevocationsInRedis.announceAll(vertx);
        String url = "http://localhost:" + server.actualPort();
        Map<String, String> config = new TreeMap<>();
        Stream.of("AUTH", "PATIENT", "HOSPITAL", "WEARABLES", "DOCUMENT", "NOTIFICATION")
                .forEach(service -> config.put("CLOUDCARE_" + service + "_URL", url));
        config.put("CLOUDCARE_DOCTOR_URL", "http://localhost:" + closedPort());
        config.put("CLOUDCARE_CORS_ENABLED", "true");
        config.put("CLOUDCARE_CORS_ORIGINS", "https://app.cloudcare.example");
        config.put("cloudcare.gateway.rate-limit.credentials-per-minute", "1000");
        config.put("cloudcare.gateway.rate-limit.patience", "2S");
        config.put("cloudcare.gateway.proxy.body-limit", "1M");
        config.put("cloudcare.gateway.proxy.service-timeout", "1S");
        config.put("cloudcare.gateway.proxy.limited-at-once", "1");
        return config;
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/internal/v1/cookie-sessions" -> FakeAuthSessions.exchange(request);
            case "/q/health/ready" -> request.response().end(ready());
            case "/q/openapi" -> request.response().end("{\"openapi\":\"3.1.0\"}");
            case "/api/v1/wearables/import/apple-health/export" -> count(request);
            case "/api/v1/wearables/live" -> stream(request);
            case "/api/v1/wearables/next" -> next(request);
            case "/api/v1/documents/broken" -> breakInTheMiddle(request);
            case "/api/v1/documents/silent" -> request.resume();
            case "/api/v1/documents/created" -> created(request);
            default -> {
                if (request.path().startsWith(FakeAuthSessions.SESSIONS)) {
                    FakeAuthSessions.tell(request);
                } else {
                    echo(request);
                }
            }
        }
    }

    private void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        JsonObject seen = new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers);
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Powered-By", "fake")
                .end(seen.put("body", body.toString()).toBuffer()));
    }

    private static void count(HttpServerRequest request) {
        long[] bytes = {0};
        request.handler(chunk -> bytes[0] += chunk.length());
        request.endHandler(end ->
                request.response().end(new JsonObject().put("bytes", bytes[0]).toBuffer()));
    }

    private void stream(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream").write("data: first\n\n");
        streams.put(request.getParam("name"), response);
    }

    private void next(HttpServerRequest request) {
        streams.remove(request.getParam("name")).end("data: second\n\n");
        request.response().end();
    }

    private static void breakInTheMiddle(HttpServerRequest request) {
        request.response().setChunked(true).write("only a part").onComplete(done -> request.connection()
                .close());
    }

    private static void created(HttpServerRequest request) {
        request.response()
                .setStatusCode(201)
                .putHeader("Location", "http://" + request.authority() + "/api/v1/documents/7")
                .end();
    }

    private static String ready() {
        JsonArray checks = new JsonArray()
                .add(new JsonObject()
                        .put("name", "Reactive PostgreSQL connections health check")
                        .put("status", "UP"))
                .add(new JsonObject()
                        .put("name", "MongoDB connection health check")
                        .put("status", "UP"));
        return new JsonObject().put("status", "UP").put("checks", checks).encode();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
