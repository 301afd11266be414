package health.cloudcare.servicekit.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Where the request came from, for the audit trail. */
@ApplicationScoped
class RequestOrigin {

    private final CurrentVertxRequest request;

    RequestOrigin(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The client's address as the gateway forwarded it, or the peer's. */
    @Nullable
    String clientIp() {
        RoutingContext exchange = request.getCurrent();
        SocketAddress address = exchange == null ? null : exchange.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
