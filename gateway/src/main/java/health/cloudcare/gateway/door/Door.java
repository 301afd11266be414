package health.cloudcare.gateway.door;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import health.cloudcare.gateway.identity.TokenCheck;
import health.cloudcare.gateway.proxy.BodyLimits;
import health.cloudcare.gateway.proxy.Forwarder;
import health.cloudcare.gateway.ratelimit.RateLimit;
import health.cloudcare.gateway.refusal.RefusalWriter;
import health.cloudcare.gateway.route.PlainPath;
import health.cloudcare.gateway.route.Route;
import health.cloudcare.gateway.route.RouteTable;
import health.cloudcare.servicekit.problem.ProblemType;

/** Decides about every request: an own page, a service by the route table, or a refusal. */
@Singleton
final class Door {

    /** After CORS, before everything that Quarkus serves. */
    private static final int AFTER_CORS = 100;

    private static final Set<String> OWN_PAGES = Set.of("/", "/health", "/api/v1/health", "/docs");
    private static final String OWN_DOCUMENTS = "/docs/openapi/";
    /** For operators; an ingress routes only what is public. */
    private static final String MANAGEMENT = "/q/";

    private final Vertx vertx;
    private final RouteTable routes;
    private final BodyLimits bodyLimits;
    private final TokenCheck tokens;
    private final RateLimit rateLimit;
    private final Forwarder forwarder;
    private final RefusalWriter refusals;

    Door(
            Vertx vertx,
            RouteTable routes,
            BodyLimits bodyLimits,
            TokenCheck tokens,
            RateLimit rateLimit,
            Forwarder forwarder,
            RefusalWriter refusals) {
        this.vertx = vertx;
        this.routes = routes;
        this.bodyLimits = bodyLimits;
        this.tokens = tokens;
        this.rateLimit = rateLimit;
        this.forwarder = forwarder;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_CORS);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path == null || !PlainPath.isPlain(path)) {
            refusals.answer(context, notFound());
            return;
        }
        if (isOwn(path)) {
            AccessLog.note(context, path.startsWith(OWN_DOCUMENTS) ? OWN_DOCUMENTS + "*" : path);
            context.next();
            return;
        }
        Optional<Route> route = routes.find(request.method(), path);
        if (route.isEmpty()) {
            refusals.answer(context, notFound());
            return;
        }
        AccessLog.note(context, route.get().template());
        pass(context, route.get());
    }

    private void pass(RoutingContext context, Route route) {
        HttpServerRequest request = context.request();
        // nothing may get lost while the keys or Redis are asked
        request.pause();
        Context eventLoop = vertx.getOrCreateContext();
        admit(request, route)
                .onComplete(admitted -> eventLoop.runOnContext(back -> {
                    if (admitted.succeeded()) {
                        forwarder.forward(context, route);
                    } else {
                        refusals.answer(context, admitted.cause());
                    }
                }));
    }

    private Future<Void> admit(HttpServerRequest request, Route route) {
        Optional<HttpProblem> tooLarge = bodyLimits.check(request, route.bodyLimit());
        if (tooLarge.isPresent()) {
            return Future.failedFuture(tooLarge.get());
        }
        String address = request.remoteAddress().hostAddress();
        return switch (route.access()) {
            case OPEN -> rateLimit.countAddress(address);
            case CREDENTIALS -> rateLimit.countCredentials(address);
            case BEARER ->
                tokens.accountOf(request.getHeader(HttpHeaders.AUTHORIZATION)).compose(rateLimit::countAccount);
        };
    }

    private static boolean isOwn(String path) {
        return OWN_PAGES.contains(path) || path.startsWith(OWN_DOCUMENTS) || path.startsWith(MANAGEMENT);
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is nothing at this address.");
    }
}
