package health.cloudcare.gateway.refusal;

import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** How the connection of a client ends when an answer comes before its request is complete, or cannot be completed. */
public final class ClientConnection {

    /**
     * Closing a socket with unread input makes the kernel reset it, and the client may then lose the answer that is already
     * on its way. So what still arrives is read and thrown away for this long.
     */
    private static final long LINGER_MILLIS = TimeUnit.SECONDS.toMillis(10);

    /** A rest as small as this is read to keep the connection. */
    private static final long WORTH_READING_BYTES = 64 * 1024;

    private ClientConnection() {}

    /** To be called before the head of an answer is written that does not wait for the rest of the request. */
    public static void announceClose(HttpServerRequest request) {
        if (!isWorthReading(request) && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** To be called when such an answer is written. */
    public static void discardRest(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(LINGER_MILLIS, id -> close(request));
        request.exceptionHandler(failure -> vertx.cancelTimer(timer));
        request.handler(ignored -> {});
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (!isWorthReading(request)) {
                close(request);
            }
        });
        request.resume();
    }

    /** Ends the connection in a way that no client takes for a complete answer. */
    public static void abort(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!response.reset()) {
            close(request);
        }
    }

    private static void close(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
        }
    }

    private static boolean isWorthReading(HttpServerRequest request) {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            return false;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || Long.parseLong(length) <= WORTH_READING_BYTES;
    }
}
