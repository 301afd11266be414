package health.cloudcare.gateway.authservice;

import java.time.Duration;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The access token that stands for a cookie, and how long it is valid from now. */
public record ExchangedToken(String accessToken, Duration lifetime) {

    static ExchangedToken parse(Buffer body) {
        JsonObject answer = new JsonObject(body);
        String token = answer.getString("access_token");
        Long seconds = answer.getLong("expires_in");
        if (token == null || seconds == null) {
            throw new IllegalArgumentException("not an exchanged cookie");
        }
        return new ExchangedToken(token, Duration.ofSeconds(seconds));
    }

    @Override
    public String toString() {
        return "ExchangedToken[" + lifetime + "]";
    }
}
