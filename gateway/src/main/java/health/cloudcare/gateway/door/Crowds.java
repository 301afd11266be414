package health.cloudcare.gateway.door;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;

import health.cloudcare.gateway.proxy.ProxyConfig;
import health.cloudcare.gateway.route.Route;
import health.cloudcare.servicekit.problem.ProblemType;

/** Lets only so many requests of a limited route be under way at once, before anything is done for the others. */
@Singleton
final class Crowds {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final int most;
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    Crowds(ProxyConfig proxy) {
        this.most = proxy.limitedAtOnce();
    }

    /** The refusal when there are too many; otherwise the request counts until it ends. */
    Optional<HttpProblem> enter(RoutingContext context, Route route) {
        if (!route.limited()) {
            return Optional.empty();
        }
        AtomicInteger crowd = underWay.computeIfAbsent(route.template(), any -> new AtomicInteger());
        if (crowd.incrementAndGet() > most) {
            crowd.decrementAndGet();
            return Optional.of(ProblemType.UNAVAILABLE.retryAfter(
                    COME_BACK, "Too many of these calls are under way. Repeat yours shortly."));
        }
        context.addEndHandler(end -> crowd.decrementAndGet());
        return Optional.empty();
    }
}
