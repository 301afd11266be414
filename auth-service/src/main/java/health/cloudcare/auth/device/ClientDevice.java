package health.cloudcare.auth.device;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as it tells: for the list of sessions, and for limits per address. */
@ApplicationScoped
public class ClientDevice {

    private static final int LONGEST = 200;

    private final CurrentVertxRequest current;

    ClientDevice(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Its {@code User-Agent}, shortened; null when it sends none. */
    public @Nullable String description() {
        RoutingContext context = current.getCurrent();
        String agent = context == null ? null : context.request().getHeader(HttpHeaders.USER_AGENT);
        return agent == null || agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST);
    }

    public @Nullable String address() {
        RoutingContext context = current.getCurrent();
        SocketAddress remote = context == null ? null : context.request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
