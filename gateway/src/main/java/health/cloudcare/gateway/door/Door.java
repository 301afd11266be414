package health.cloudcare.gateway.door;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import health.cloudcare.gateway.proxy.Forwarder;
import health.cloudcare.gateway.proxy.Passage;
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

    /** No database of ours can even be asked about it. */
    private static final String NULL_CHARACTER = "%00";

    private final Vertx vertx;
    private final OwnPages ownPages;
    private final RouteTable routes;
    private final Crowds crowds;
    private final Admission admission;
    private final Forwarder forwarder;
    private final RefusalWriter refusals;

    Door(
            Vertx vertx,
            OwnPages ownPages,
            RouteTable routes,
            Crowds crowds,
            Admission admission,
            Forwarder forwarder,
            RefusalWriter refusals) {
        this.vertx = vertx;
        this.ownPages = ownPages;
        this.routes = routes;
        this.crowds = crowds;
        this.admission = admission;
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
        Optional<String> ownPage = ownPages.find(path);
        if (ownPage.isPresent()) {
            AccessLog.note(context, ownPage.get());
            context.next();
            return;
        }
        Optional<Route> route = routes.find(request.method(), path);
        if (route.isEmpty()) {
            refusals.answer(context, notFound());
            return;
        }
        AccessLog.note(context, route.get().template());
        String query = request.query();
        if (query != null && query.contains(NULL_CHARACTER)) {
            refusals.answer(context, ProblemType.INVALID.problem("A parameter contains the null character."));
            return;
        }
        Optional<HttpProblem> crowded = crowds.enter(context, route.get());
        if (crowded.isPresent()) {
            refusals.answer(context, crowded.get());
            return;
        }
        pass(context, route.get());
    }

    private void pass(RoutingContext context, Route route) {
        HttpServerRequest request = context.request();
        // nothing may get lost while Redis or auth-service is asked
        request.pause();
        Context own = vertx.getOrCreateContext();
        admission.admit(request, route).onComplete(admitted -> {
            if (Vertx.currentContext() == own) {
                goOn(context, route, admitted);
            } else {
                own.runOnContext(back -> goOn(context, route, admitted));
            }
        });
    }

    private void goOn(RoutingContext context, Route route, AsyncResult<Passage> admitted) {
        if (admitted.succeeded()) {
            forwarder.forward(context, route, admitted.result());
        } else {
            refusals.answer(context, admitted.cause());
        }
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is nothing at this address.");
    }
}
