package health.cloudcare.gateway.proxy;

import java.net.URI;
import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import health.cloudcare.gateway.refusal.ClientConnection;
import health.cloudcare.gateway.refusal.RefusalWriter;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * One request on its way to a service and the answer on its way back. Everything happens on the event loop of the client's
 * connection, so the fields need no guard.
 */
final class Exchange {

    private static final ProblemType TIMEOUT = new ProblemType("GATEWAY_TIMEOUT", 504, "Gateway timeout");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private enum Stage {
        WAITING,
        ANSWERING,
        OVER
    }

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Passage passage;
    private final URI base;
    private final long bodyLimit;
    private final Duration timeout;
    private final RefusalWriter refusals;

    private Stage stage = Stage.WAITING;
    private @Nullable HttpClientRequest upstream;
    private @Nullable Upload upload;
    private long watch = -1;

    Exchange(
            Vertx vertx,
            RoutingContext context,
            Passage passage,
            URI base,
            long bodyLimit,
            Duration timeout,
            RefusalWriter refusals) {
        this.vertx = vertx;
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.passage = passage;
        this.base = base;
        this.bodyLimit = bodyLimit;
        this.timeout = timeout;
        this.refusals = refusals;
    }

    void start(Future<HttpClientRequest> connection) {
        request.exceptionHandler(failure -> clientGone());
        response.exceptionHandler(failure -> clientGone());
        response.closeHandler(closed -> clientGone());
        connection.onComplete(this::send, failure -> unavailable());
    }

    private void send(HttpClientRequest service) {
        upstream = service;
        if (stage == Stage.OVER) {
            service.reset();
            return;
        }
        ForwardedHeaders.ofRequest(request, passage, service.headers());
        service.exceptionHandler(ignored -> {}); // told by the future of the answer
        service.response().onComplete(this::answer, failure -> unavailable());
        Upload passing = new Upload(request, service, bodyLimit);
        upload = passing;
        watchAfter(timeout, passing);
        passing.run().onFailure(this::refuse);
    }

    private void answer(HttpClientResponse answer) {
        if (stage != Stage.WAITING) {
            return;
        }
        stage = Stage.ANSWERING;
        vertx.cancelTimer(watch);
        response.setStatusCode(answer.statusCode());
        ForwardedHeaders.ofAnswer(answer.headers(), response.headers());
        hideServiceAddress();
        if (!isUploadComplete()) {
            ClientConnection.announceClose(request);
        }
        if (isBodiless(answer)) {
            response.end();
            finish();
            return;
        }
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.setChunked(true);
        }
        answer.pipe().endOnFailure(false).to(response).onComplete(done -> finish(), failure -> breakOff());
    }

    /** A Location that names the service itself would lead a client past the gateway, to an address it cannot reach. */
    private void hideServiceAddress() {
        String location = response.headers().get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(base + "/")) {
            response.headers()
                    .set(
                            HttpHeaders.LOCATION,
                            location.substring(base.toString().length()));
        }
    }

    private boolean isBodiless(HttpClientResponse answer) {
        return request.method().equals(HttpMethod.HEAD) || answer.statusCode() == 204 || answer.statusCode() == 304;
    }

    private void finish() {
        boolean early = !isUploadComplete();
        end();
        if (early) {
            ClientConnection.discardRest(vertx, request);
        }
    }

    /** A client that is silent in the middle of its upload is the server's idle timeout to deal with. */
    private void watchAfter(Duration delay, Upload passing) {
        long millis = Math.max(1, delay.toMillis());
        watch = vertx.setTimer(millis, timer -> {
            Duration left = timeout.minusNanos(passing.nanosOfWaitingForService());
            if (left.isPositive()) {
                watchAfter(left, passing);
            } else {
                refuse(TIMEOUT.retryAfter(RETRY_AFTER, "The service behind this call takes too long."));
            }
        });
    }

    private void unavailable() {
        refuse(ProblemType.UNAVAILABLE.retryAfter(
                RETRY_AFTER, "The service behind this call cannot be reached just now."));
    }

    private void refuse(Throwable reason) {
        if (stage == Stage.WAITING) {
            end();
            refusals.answer(context, reason);
        } else if (stage == Stage.ANSWERING) {
            breakOff();
        }
    }

    /** The rest of the answer, or of the request, is lost: the client has to see a broken connection, not an end. */
    private void breakOff() {
        end();
        ClientConnection.abort(request);
    }

    private void clientGone() {
        end();
    }

    private void end() {
        if (stage == Stage.OVER) {
            return;
        }
        boolean answered = stage == Stage.ANSWERING;
        stage = Stage.OVER;
        vertx.cancelTimer(watch);
        if (upstream != null && !(answered && isUploadComplete() && response.ended())) {
            upstream.reset();
        }
    }

    private boolean isUploadComplete() {
        return upload != null && upload.isComplete();
    }
}
