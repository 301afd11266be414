package health.cloudcare.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Sizes and timing need more than REST Assured shows: the JDK's client, and plain sockets. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
@Timeout(60)
class StreamingTest {

    private static final int MIB = 1024 * 1024;
    private static final String SYNC = "/api/v1/wearables/sync";
    private static final String EXPORT = "/api/v1/wearables/import/apple-health/export";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = Tokens.patient(UUID.randomUUID());

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void passesUploadThatNoHeapCouldHold() throws Exception {
        long size = Runtime.getRuntime().maxMemory() + 64L * MIB;

        HttpResponse<String> answer = client.send(
                request(EXPORT)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getLong("bytes")).isEqualTo(size);
    }

    @Test
    void passesEventsOnAsTheyCome() throws Exception {
        String name = UUID.randomUUID().toString();
        HttpResponse<InputStream> answer = client.send(
                request("/api/v1/wearables/live?name=" + name).build(), HttpResponse.BodyHandlers.ofInputStream());

        try (BufferedReader lines = reader(answer.body())) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            // the service sends the next one only now: had the gateway buffered, the first would not have come
            client.send(request("/api/v1/wearables/next?name=" + name).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }

    @Test
    void showsBrokenAnswerAsBroken() {
        assertThatThrownBy(() ->
                        client.send(request("/api/v1/documents/broken").build(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesDeclaredLengthBeforeAnyOfTheBody() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            send(socket, head("/api/v1/documents/upload") + "Content-Length: " + 2 * MIB + "\r\n\r\n");

            assertTooLarge(socket);
        }
    }

    @Test
    void refusesLongBodyOfUnknownLengthWhileItIsStillComing() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            send(socket, head("/api/v1/documents/upload") + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < 2 * MIB; sent += 0x10000) {
                send(socket, chunk);
            }

            assertTooLarge(socket);
        }
    }

    @Test
    void invitesBodyOnlyAfterTheToken() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            send(socket, head(EXPORT) + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(reader(socket.getInputStream()).readLine()).isEqualTo("HTTP/1.1 100 Continue");
        }
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            send(
                    socket,
                    "POST " + EXPORT + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(reader(socket.getInputStream()).readLine()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void letsOnlySoManyUploadsBeUnderWayAtOnce() throws Exception {
        try (Socket slow = new Socket(gateway.getHost(), gateway.getPort())) {
            send(slow, head(SYNC) + "Content-Length: 4\r\n\r\nab");

            await().until(() -> sync().statusCode() == 503);
            assertThat(sync().headers().firstValue("Retry-After")).hasValue("2");
            assertThat(new JsonObject(sync().body()).getString("error_code")).isEqualTo("UNAVAILABLE");

            send(slow, "cd");
            assertThat(reader(slow.getInputStream()).readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
        await().until(() -> sync().statusCode() == 200);
    }

    private HttpResponse<String> sync() throws IOException, InterruptedException {
        return client.send(
                request(SYNC).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void assertTooLarge(Socket socket) throws IOException {
        BufferedReader answer = reader(socket.getInputStream());
        assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        assertThat(answer.lines().map(line -> line.toLowerCase(Locale.ROOT)).takeWhile(line -> !line.isEmpty()))
                .contains("connection: close", "content-type: application/problem+json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** As many zero bytes as asked for. */
    private static final class Zeros extends InputStream {

        private long left;

        private Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int given = (int) Math.min(length, left);
            left -= given;
            return given == 0 ? -1 : given;
        }
    }
}
