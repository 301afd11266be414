package health.cloudcare.servicekit.token;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
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

/**
 * The keys that auth-service publishes, fetched at start and again every few seconds. A new key is published longer before
 * its first use than this interval, so a request never waits for one; while they cannot be fetched, the known ones serve.
 * Keys of other kinds in the set sign other things and are no token keys.
 */
@Singleton
@DefaultBean
class PublishedTokenKeys implements TokenKeys {

    private static final Logger LOG = Logger.getLogger(PublishedTokenKeys.class);
    private static final int TIMEOUT_MILLIS = 3000;
    private static final long FIRST_RETRY_MILLIS = 300;

    private final Vertx vertx;
    private final HttpClient client;
    private final Optional<String> given;
    private final String location;
    private final Duration interval;
    private volatile Map<String, PublicKey> keys = Map.of();

    PublishedTokenKeys(
            Vertx vertx,
            @ConfigProperty(name = "cloudcare.token.keys") Optional<String> given,
            @ConfigProperty(name = "cloudcare.token.keys-url") String location,
            @ConfigProperty(name = "cloudcare.token.keys-refresh") Duration interval) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.given = given;
        this.location = location;
        this.interval = interval;
    }

    @Override
    public Map<String, PublicKey> current() {
        return keys;
    }

    void onStart(@Observes StartupEvent start) {
        if (given.isPresent()) {
            keys = parse(given.get());
        } else {
            refresh();
        }
    }

    private void refresh() {
        client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(location))
                .compose(request -> request.idleTimeout(TIMEOUT_MILLIS).send())
                .compose(PublishedTokenKeys::bodyOf)
                .map(body -> parse(body.toString()))
                .onSuccess(this::learn)
                .onFailure(failure -> LOG.warnf("The token keys cannot be fetched: %s", failure.getMessage()))
                .onComplete(done -> vertx.setTimer(pause(), timer -> refresh()));
    }

    private long pause() {
        return keys.isEmpty() ? Math.min(FIRST_RETRY_MILLIS, interval.toMillis()) : interval.toMillis();
    }

    private void learn(Map<String, PublicKey> fetched) {
        if (!fetched.equals(keys)) {
            LOG.infof("Access tokens are verified with the keys %s", fetched.keySet());
            keys = fetched;
        }
    }

    private static Future<Buffer> bodyOf(HttpClientResponse answer) {
        return answer.statusCode() == 200 ? answer.body() : Future.failedFuture("status " + answer.statusCode());
    }

    private static Map<String, PublicKey> parse(String body) {
        try {
            Map<String, PublicKey> found = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(body).getJsonWebKeys()) {
                // the set has keys for other purposes too; tokens are signed with RSA keys alone
                if (key.getKeyId() != null && key.getKey() instanceof RSAPublicKey publicKey) {
                    found.put(key.getKeyId(), publicKey);
                }
            }
            return Map.copyOf(found);
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JSON Web Key set", e);
        }
    }
}
