package health.cloudcare.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Passes a request body on, no faster than the service takes it, and counts it; nothing is kept. */
final class Upload {

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final Promise<Void> completion = Promise.promise();

    private long passed;
    private boolean serviceIsFull;
    private boolean complete;
    private long lastProgress = System.nanoTime();

    Upload(HttpServerRequest from, HttpClientRequest to, long limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    /** Fails with a refusal when the body is longer than allowed. */
    Future<Void> run() {
        if (!hasBody()) {
            complete = true;
            to.end();
            from.resume();
            return Future.succeededFuture();
        }
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            to.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
        // set before it can be needed: a drained connection tells so once, to whoever listens then
        to.drainHandler(drained -> proceed());
        from.handler(this::pass);
        from.endHandler(end -> finish());
        from.resume();
        return completion.future();
    }

    boolean isComplete() {
        return complete;
    }

    /** Nothing while it is the client that everybody waits for. */
    long nanosOfWaitingForService() {
        return complete || serviceIsFull ? System.nanoTime() - lastProgress : 0;
    }

    private void pass(Buffer chunk) {
        passed += chunk.length();
        if (passed > limit) {
            from.handler(ignored -> {});
            completion.tryFail(BodyLimits.tooLarge(limit));
            return;
        }
        lastProgress = System.nanoTime();
        to.write(chunk);
        if (to.writeQueueFull()) {
            serviceIsFull = true;
            from.pause();
        }
    }

    private void proceed() {
        if (serviceIsFull) {
            lastProgress = System.nanoTime();
            serviceIsFull = false;
            from.resume();
        }
    }

    private void finish() {
        lastProgress = System.nanoTime();
        complete = true;
        if (completion.tryComplete()) {
            to.end();
        }
    }

    private boolean hasBody() {
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length) > 0;
        }
        return from.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || (from.version() == HttpVersion.HTTP_2 && !from.isEnded());
    }
}
