package health.cloudcare.gateway.authservice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.gateway.proxy.Upstreams;
import health.cloudcare.gateway.route.Service;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.problem.ProblemType;

/** What only auth-service knows about sessions. Fails with a refusal when it does not tell. */
@Singleton
public final class AuthSessions {

    private static final Logger LOG = Logger.getLogger(AuthSessions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private record Answer(int status, Buffer body) {}

    private final Upstreams upstreams;

    AuthSessions(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** @param session of a form that is safe in a path */
    public Future<Boolean> isLive(String session) {
        return ask(HttpMethod.GET, "/internal/v1/sessions/" + session, Buffer.buffer())
                .compose(answer -> switch (answer.status()) {
                    case 204 -> Future.succeededFuture(true);
                    case 404 -> Future.succeededFuture(false);
                    default -> unexpected(answer);
                })
                .recover(AuthSessions::unavailable);
    }

    /** Empty when the cookie is of no session that goes on. */
    public Future<Optional<ExchangedToken>> exchange(String cookie) {
        return ask(
                        HttpMethod.POST,
                        "/internal/v1/cookie-sessions",
                        new JsonObject().put("cookie", cookie).toBuffer())
                .compose(answer -> switch (answer.status()) {
                    case 200 -> Future.succeededFuture(Optional.of(ExchangedToken.parse(answer.body())));
                    case 404 -> Future.succeededFuture(Optional.<ExchangedToken>empty());
                    default -> unexpected(answer);
                })
                .recover(AuthSessions::unavailable);
    }

    private Future<Answer> ask(HttpMethod method, String path, Buffer body) {
        String correlation = Correlation.current();
        return upstreams
                .request(Service.AUTH, method, path)
                .compose(request -> send(request, body, correlation))
                .compose(AuthSessions::read)
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<HttpClientResponse> send(
            HttpClientRequest request, Buffer body, @Nullable String correlation) {
        if (correlation != null) {
            request.putHeader(Correlation.HTTP_HEADER, correlation);
        }
        // ends the request as well when nobody waits for it any more
        request.idleTimeout(PATIENCE.toMillis());
        return body.length() == 0
                ? request.send()
                : request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .send(body);
    }

    private static Future<Answer> read(HttpClientResponse answer) {
        return answer.body().map(body -> new Answer(answer.statusCode(), body));
    }

    private static <T> Future<T> unexpected(Answer answer) {
        return Future.failedFuture("status " + answer.status());
    }

    private static <T> Future<T> unavailable(Throwable failure) {
        LOG.debugf("auth-service does not tell about a session: %s", failure.getMessage());
        HttpProblem problem = ProblemType.UNAVAILABLE.retryAfter(RETRY_AFTER, "Sessions cannot be checked just now.");
        return Future.failedFuture(problem);
    }
}
