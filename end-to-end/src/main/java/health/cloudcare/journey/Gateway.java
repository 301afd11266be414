package health.cloudcare.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One address, many callers. A request that got no answer fails with {@link UncheckedIOException}. */
public final class Gateway {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The documented clients wait for 30 seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public Gateway(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** Another address behind which the same kind of answers is found, as a service's own. */
    public Gateway at(URI other) {
        return new Gateway(other);
    }

    public Answer get(String path, Map<String, String> query, String token) {
        return await(sendAsync(request(path, query, token).timeout(ANSWER).GET().build()));
    }

    public Answer get(String path) {
        return await(sendAsync(
                HttpRequest.newBuilder(uri(path, Map.of())).timeout(ANSWER).build()));
    }

    public Answer post(String path, Object body, String token) {
        return await(sendAsync(json(request(path, Map.of(), token), body)));
    }

    public Answer post(String path, Object body) {
        return await(sendAsync(json(HttpRequest.newBuilder(uri(path, Map.of())), body)));
    }

    /** @param headers sent as they are, so that a caller may come with a cookie or with something odd */
    public Answer send(String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path, Map.of())).timeout(ANSWER).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return await(sendAsync(request.build()));
    }

    /** The same with a body of JSON. */
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path, Map.of()))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text(body)));
        headers.forEach(request::header);
        return await(sendAsync(request.build()));
    }

    public Answer delete(String path, String token) {
        return await(sendAsync(
                request(path, Map.of(), token).timeout(ANSWER).DELETE().build()));
    }

    /** A body that is sent as it comes; the answer has no time limit. */
    public CompletableFuture<Answer> stream(
            String path,
            String contentType,
            HttpRequest.BodyPublisher body,
            String token,
            Map<String, String> headers) {
        HttpRequest.Builder request = request(path, Map.of(), token)
                .header("Content-Type", contentType)
                .POST(body);
        headers.forEach(request::header);
        return sendAsync(request.build());
    }

    /** The {@code data} lines of a server-sent event stream, until it ends or the stream is closed. */
    public Stream<String> events(String path, String token) {
        HttpRequest request = request(path, Map.of(), token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response = join(http.sendAsync(request, BodyHandlers.ofLines()));
        if (response.statusCode() != 200) {
            response.body().close();
            throw new UnexpectedAnswerException(response.statusCode(), "no event stream");
        }
        return response.body().filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length())
                .strip());
    }

    public static Answer await(CompletableFuture<Answer> answer) {
        return join(answer);
    }

    private CompletableFuture<Answer> sendAsync(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.headers(), response.body()));
    }

    private HttpRequest json(HttpRequest.Builder request, Object body) {
        return request.timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body)))
                .build();
    }

    private static String text(Object body) {
        return body instanceof String raw ? raw : Json.write(body);
    }

    private HttpRequest.Builder request(String path, Map<String, String> query, String token) {
        return HttpRequest.newBuilder(uri(path, query)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return base.resolve(parameters.isEmpty() ? path : path + "?" + parameters);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException noAnswer) {
                throw new UncheckedIOException(noAnswer);
            }
            throw e;
        }
    }
}
