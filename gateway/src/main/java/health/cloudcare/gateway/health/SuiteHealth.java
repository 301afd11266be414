package health.cloudcare.gateway.health;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.gateway.proxy.Upstreams;
import health.cloudcare.gateway.route.Service;

/** Asks all services how they are, at most every two seconds: the answer is open to everyone and must cost nothing. */
@Singleton
final class SuiteHealth {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    static final String VERSION = "1.0";

    private final Upstreams upstreams;
    private final Redis redis;
    private final Clock clock;
    private final String mode;
    private final Uni<HealthResponse> current;

    SuiteHealth(Upstreams upstreams, Redis redis, Clock clock, @ConfigProperty(name = "cloudcare.mode") String mode) {
        this.upstreams = upstreams;
        this.redis = redis;
        this.clock = clock;
        this.mode = mode;
        this.current = Uni.createFrom()
                .deferred(() -> Uni.combine()
                        .all()
                        .unis(readinessOfAll(), isRedisConnected())
                        .with(this::summarise))
                .memoize()
                .forFixedDuration(REMEMBERED);
    }

    Uni<HealthResponse> current() {
        return current;
    }

    private Uni<List<Readiness>> readinessOfAll() {
        List<Uni<Readiness>> all =
                Stream.of(Service.values()).map(this::readiness).toList();
        return Uni.join().all(all).andFailFast();
    }

    private Uni<Readiness> readiness(Service service) {
        return upstreams
                .document(service, "/q/health/ready")
                .map(body -> Readiness.parse(service, body))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(Readiness.unavailable(service));
    }

    private Uni<Boolean> isRedisConnected() {
        return Uni.createFrom()
                .completionStage(() -> redis.send(Request.cmd(Command.PING)).toCompletionStage())
                .map(pong -> true)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }

    private HealthResponse summarise(List<Readiness> all, boolean redisConnected) {
        boolean allReady = all.stream().allMatch(Readiness::ready);
        Map<String, String> components = new TreeMap<>();
        all.forEach(one -> components.put(one.service().key(), one.ready() ? "ready" : "unavailable"));
        String status = !allReady ? "unhealthy" : redisConnected ? "healthy" : "degraded";
        Map<String, String> stores = Map.of(
                "postgresql", store("postgresql", all),
                "mongodb", store("mongo", all),
                "redis", redisConnected ? "connected" : "disconnected");
        return new HealthResponse(status, clock.instant(), VERSION, mode, stores, components);
    }

    private static String store(String name, List<Readiness> all) {
        List<Readiness.Check> checks = all.stream()
                .flatMap(one -> one.checks().stream())
                .filter(check -> check.name().contains(name))
                .toList();
        if (checks.isEmpty()) {
            return "unknown";
        }
        return checks.stream().allMatch(Readiness.Check::up) ? "connected" : "disconnected";
    }
}
