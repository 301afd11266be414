package health.cloudcare.gateway.proxy;

import jakarta.inject.Singleton;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

import health.cloudcare.gateway.refusal.RefusalWriter;
import health.cloudcare.gateway.route.Route;

/**
 * Hands a request to a service and its answer to the client, both as streams.
 *
 * <p>On Vert.x' own HTTP client rather than {@code vertx-http-proxy}: that one answers a failure itself, with an empty 502
 * after reading the whole upload, so neither our problem body nor an answer in the middle of an upload could be given.
 */
@Singleton
public final class Forwarder {

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final BodyLimits limits;
    private final ProxyConfig config;
    private final RefusalWriter refusals;

    Forwarder(Vertx vertx, Upstreams upstreams, BodyLimits limits, ProxyConfig config, RefusalWriter refusals) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.limits = limits;
        this.config = config;
        this.refusals = refusals;
    }

    /** The request has to be paused. */
    public void forward(RoutingContext context, Route route, Passage passage) {
        long limit = limits.bytes(route.bodyLimit());
        new Exchange(vertx, context, passage, upstreams.base(route.service()), limit, config.serviceTimeout(), refusals)
                .start(upstreams.request(route.service(), context.request().method(), passage.uri()));
    }
}
