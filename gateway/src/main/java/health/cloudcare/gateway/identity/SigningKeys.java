package health.cloudcare.gateway.identity;

import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * The published keys that access tokens are verified with, by key id. Fetched without blocking the event loop, which the
 * JWKS resolver of smallrye-jwt would do: when a token names an unknown key, and now and then in the background, so that a
 * withdrawn key does not stay valid. While they cannot be fetched, the known keys go on serving.
 */
@Singleton
final class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final long TIMEOUT_MILLIS = 3000;
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(5);
    /** Tokens with invented key ids must not make us ask more often than this. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Known(Map<String, PublicKey> keys, long fetchedAt) {

        boolean isOlderThan(long nanos) {
            return System.nanoTime() - fetchedAt > nanos;
        }
    }

    private final HttpClient client;
    private final String location;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Known known = new Known(Map.of(), System.nanoTime() - FRESH_NANOS);

    SigningKeys(Vertx vertx, @ConfigProperty(name = "cloudcare.gateway.jwks-url") String location) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
        this.location = location;
    }

    /** Fails with a refusal when an unknown key cannot be asked for. */
    Future<Optional<PublicKey>> find(String keyId) {
        Known now = known;
        PublicKey key = now.keys().get(keyId);
        if (key == null && now.isOlderThan(PAUSE_NANOS)) {
            return fetch().map(keys -> Optional.ofNullable(keys.get(keyId)));
        }
        if (now.isOlderThan(FRESH_NANOS) && refreshing.compareAndSet(false, true)) {
            fetch().onComplete(done -> refreshing.set(false));
        }
        return Future.succeededFuture(Optional.ofNullable(key));
    }

    private Future<Map<String, PublicKey>> fetch() {
        return client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(location))
                .compose(request -> request.idleTimeout(TIMEOUT_MILLIS).send())
                .compose(SigningKeys::bodyOf)
                .map(SigningKeys::parse)
                .onSuccess(keys -> known = new Known(keys, System.nanoTime()))
                .recover(failure -> {
                    LOG.warnf("The signing keys cannot be fetched: %s", failure.getMessage());
                    return Future.failedFuture(ProblemType.UNAVAILABLE.retryAfter(
                            RETRY_AFTER, "Access tokens cannot be verified just now."));
                });
    }

    private static Future<Buffer> bodyOf(HttpClientResponse answer) {
        return answer.statusCode() == 200 ? answer.body() : Future.failedFuture("status " + answer.statusCode());
    }

    private static Map<String, PublicKey> parse(Buffer body) {
        try {
            Map<String, PublicKey> keys = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(body.toString()).getJsonWebKeys()) {
                if (key.getKeyId() != null && key.getKey() instanceof PublicKey publicKey) {
                    keys.put(key.getKeyId(), publicKey);
                }
            }
            return Map.copyOf(keys);
        } catch (JoseException e) {
            throw new IllegalStateException("not a JSON Web Key set", e);
        }
    }
}
