package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.benchmarks.Latencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            int call = calls.merge(path, 1, Integer::sum);
            byte[] body = path.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(
                    path.equals("/full") || path.equals("/soon") && call < 3 ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void closedLoopSendsAsOftenAsAskedAndTakesRequestsInTurn() throws IOException {
        InTurn requests = new InTurn(List.of(Requests.get("/a"), Requests.get("/b", "token"), Requests.get("/c")));

        Tally tally = new ClosedLoop(port(), 4).run(requests, 30, PATIENCE);

        assertThat(tally.done()).isEqualTo(30);
        assertThat(calls).isEqualTo(Map.of("/a", 10, "/b", 10, "/c", 10));
    }

    @Test
    void closedLoopNeedsNoMoreRequestsThanClients() throws IOException {
        assertThat(new ClosedLoop(port(), 4).run(new InTurn(List.of(Requests.get("/a"))), 2, PATIENCE))
                .extracting(Tally::done)
                .isEqualTo(2L);
    }

    @Test
    void closedLoopDistributesItsClientsToAllPorts() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            calls.merge("other", 1, Integer::sum);
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('a');
            exchange.close();
        });
        other.start();
        try {
            new ClosedLoop(List.of(port(), other.getAddress().getPort()), 4)
                    .run(new InTurn(List.of(Requests.get("/a"))), 4, PATIENCE);
        } finally {
            other.stop(0);
        }

        assertThat(calls).isEqualTo(Map.of("/a", 2, "other", 2));
    }

    @Test
    void closedLoopFailsWithTheFirstRefusal() {
        ClosedLoop loop = new ClosedLoop(port(), 2);

        assertThatThrownBy(() -> loop.run(new InTurn(List.of(Requests.get("/full"))), 10, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("answered 503: /full");
    }

    @Test
    void aConnectionAsksAgainWhileThereIsNoAnswerToBeHad() throws IOException {
        try (Connection connection = Connection.open(port())) {
            assertThat(connection.exchange(Requests.get("/soon"), PATIENCE)).isEqualTo("/soon");
            assertThatThrownBy(() -> connection.exchange(Requests.get("/full"), Duration.ZERO))
                    .hasMessage("answered 503: /full");
        }
        assertThat(calls).isEqualTo(Map.of("/soon", 3, "/full", 1));
    }

    @Test
    void pacedCallsComeAtFixedTimesAndAreNotMeasuredBeforeTheLeadInIsOver() throws Exception {
        PacedCalls paced = new PacedCalls(
                port(), List.of(Requests.get("/a"), Requests.post("/b", "{\"é\":1}")), Duration.ofMillis(50));

        Latencies latencies = paced.run(Duration.ofMillis(100), Duration.ofMillis(400));

        assertThat(latencies.toString()).contains("(16 calls)");
        assertThat(calls).isEqualTo(Map.of("/a", 10, "/b", 10));
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
