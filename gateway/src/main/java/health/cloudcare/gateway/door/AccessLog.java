package health.cloudcare.gateway.door;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import health.cloudcare.servicekit.correlation.Correlation;

/** One line per request under its correlation id. Names the route, never the path or the query: they hold ids and more. */
@Singleton
final class AccessLog {

    private static final String ROUTE = "cloudcare.route";
    /** Where Quarkus' HTTP metrics look for a label; they would take the path otherwise. */
    private static final String METRICS_LABEL = "UrlPathTemplate";

    private static final Logger LOG = Logger.getLogger("health.cloudcare.gateway.access");
    /** After the correlation id is known (1000), before CORS (300) answers for itself. */
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(this::receive, EARLY);
    }

    private void receive(RoutingContext context) {
        long arrived = System.nanoTime();
        Object id = Correlation.current();
        context.addEndHandler(end -> {
            MDC.put(Correlation.MDC_KEY, id);
            log(context, end.succeeded(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - arrived));
        });
        context.next();
    }

    /** Names the route of a request, for its log line and its metrics. */
    static void note(RoutingContext context, String template) {
        context.put(ROUTE, template);
        ContextLocals.put(METRICS_LABEL, template);
    }

    private static void log(RoutingContext context, boolean complete, long millis) {
        String route = context.get(ROUTE, "-");
        // probes and scrapes come every few seconds
        LOG.logf(
                route.startsWith("/q/") ? Logger.Level.DEBUG : Logger.Level.INFO,
                "%s %s %s %d ms",
                context.request().method(),
                route,
                complete ? context.response().getStatusCode() : "aborted",
                millis);
    }
}
