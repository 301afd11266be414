package health.cloudcare.notification.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio says to a message (https://www.twilio.com/docs/api/errors). Its own words are left out: they quote the
 * number.
 */
record TwilioAnswer(int status, int code, @Nullable String sid, Optional<Duration> retryAfter) {

    enum Verdict {
        ACCEPTED,
        UNDELIVERABLE,
        BUSY,
        REFUSED
    }

    /**
     * Invalid 'To' (21211, 21217, 21421), not reachable (21214), a short code (21265), unsubscribed (21610), not a mobile
     * number (21614).
     */
    private static final Set<Integer> WRONG_ADDRESS = Set.of(21211, 21214, 21217, 21265, 21421, 21610, 21614);

    static TwilioAnswer of(HttpResponse<Buffer> response) {
        JsonObject body = json(response);
        boolean created = response.statusCode() / 100 == 2;
        return new TwilioAnswer(
                response.statusCode(),
                number(body.getValue(created ? "error_code" : "code")),
                body.getValue("sid") instanceof String sid ? sid : null,
                seconds(response.getHeader(HttpHeaders.RETRY_AFTER.toString())));
    }

    Verdict verdict() {
        if (WRONG_ADDRESS.contains(code)) {
            return Verdict.UNDELIVERABLE;
        }
        if (status / 100 == 2 && code == 0) {
            return Verdict.ACCEPTED;
        }
        return status == 429 || status >= 500 ? Verdict.BUSY : Verdict.REFUSED;
    }

    private static JsonObject json(HttpResponse<Buffer> response) {
        try {
            JsonObject body = response.bodyAsJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException e) {
            // a proxy on the way answers in HTML
            return new JsonObject();
        }
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    /** The header's other form, a date, is not used by Twilio. */
    private static Optional<Duration> seconds(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}")
                ? Optional.of(Duration.ofSeconds(Integer.parseInt(header)))
                : Optional.empty();
    }
}
