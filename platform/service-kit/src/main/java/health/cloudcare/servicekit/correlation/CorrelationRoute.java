package health.cloudcare.servicekit.correlation;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Correlates every HTTP exchange, also those that end before they reach a resource, such as a refused token. */
@ApplicationScoped
class CorrelationRoute {

    /** Before authentication (200) and CORS (300). */
    private static final int FIRST = 1000;

    private final Clock clock;

    CorrelationRoute(Clock clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::correlate, FIRST);
    }

    private void correlate(RoutingContext exchange) {
        String id = Correlation.adopt(exchange.request().getHeader(Correlation.HTTP_HEADER), clock.instant());
        exchange.response().putHeader(Correlation.HTTP_HEADER, id);
        exchange.next();
    }
}
