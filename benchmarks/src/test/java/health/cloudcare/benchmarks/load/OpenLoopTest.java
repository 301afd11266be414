package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> answer(exchange, 200));
        server.createContext("/full", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "2");
            answer(exchange, calls.incrementAndGet() % 2 == 0 ? 503 : 429);
        });
        server.createContext("/closing", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            answer(exchange, 200);
        });
        server.createContext("/rude", exchange -> answer(exchange, 503));
        server.createContext("/slow", exchange -> {
            try {
                assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            answer(exchange, 200);
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void offersAsManyAsAskedAndTellsWhatBecameOfThem() throws IOException {
        assertThat(offer("/good"))
                .extracting(Offered::acknowledged, Offered::refused)
                .containsExactly(20L, 0L);
        assertThat(offer("/full"))
                .extracting(Offered::acknowledged, Offered::refused)
                .containsExactly(0L, 20L);
    }

    @Test
    void aRefusalWithoutATimeToComeBackIsNone() throws IOException {
        assertThat(offer("/rude"))
                .extracting(Offered::refused, Offered::unexpected)
                .containsExactly(0L, 20L);
    }

    @Test
    void goesOnWithAnotherConnectionWhenOneIsClosed() throws IOException {
        assertThat(offer("/closing"))
                .extracting(Offered::acknowledged, Offered::unanswered)
                .containsExactly(20L, 0L);
    }

    @Test
    void whatFindsNoConnectionIsOfferedAllTheSame() throws IOException {
        Offered offered = new OpenLoop(port(), 2, 100, Duration.ZERO)
                .run(new InTurn(List.of(Requests.get("/slow"))), Duration.ofMillis(200));

        assertThat(offered.unsent()).isEqualTo(18);
        assertThat(offered.unanswered()).isEqualTo(2);
        assertThat(offered.acknowledged()).isZero();
        assertThat(offered.perSecond()).isEqualTo(100);
    }

    private Offered offer(String path) throws IOException {
        return new OpenLoop(port(), 4, 100, PATIENCE)
                .run(new InTurn(List.of(Requests.get(path))), Duration.ofMillis(200));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 2);
        exchange.getResponseBody().write(new byte[] {'o', 'k'});
        exchange.close();
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
