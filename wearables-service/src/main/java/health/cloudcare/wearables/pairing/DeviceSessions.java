package health.cloudcare.wearables.pairing;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.pairing.DeviceSessionApi.DeviceSession;

/** Credentials of devices, made and ended by auth-service on behalf of the caller. */
@ApplicationScoped
class DeviceSessions {

    private static final Logger LOG = Logger.getLogger(DeviceSessions.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DeviceSessionApi sessions;
    private final CurrentVertxRequest request;

    DeviceSessions(@RestClient DeviceSessionApi sessions, CurrentVertxRequest request) {
        this.sessions = sessions;
        this.request = request;
    }

    /** @param replaces the device's earlier one, which ends */
    Uni<DeviceSession> open(String deviceId, @Nullable UUID replaces) {
        var wanted = new DeviceSessionApi.OpenRequest(deviceId, replaces);
        return answered(sessions.open(authorization(), clientAddress(), wanted));
    }

    Uni<Void> end(UUID sessionId) {
        return answered(sessions.end(authorization(), clientAddress(), sessionId));
    }

    private static <T> Uni<T> answered(Uni<T> call) {
        return call.onFailure().transform(failure -> {
            LOG.warnf("auth-service did not answer: %s", failure.getMessage());
            return ProblemType.UNAVAILABLE.retryAfter(
                    PAUSE, "Devices cannot be paired or unpaired at the moment. Try again shortly.");
        });
    }

    private String authorization() {
        return exchange().getHeader(HttpHeaders.AUTHORIZATION);
    }

    private @Nullable String clientAddress() {
        SocketAddress address = exchange().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    private HttpServerRequest exchange() {
        return request.getCurrent().request();
    }
}
