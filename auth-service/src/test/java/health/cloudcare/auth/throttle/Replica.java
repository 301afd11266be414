package health.cloudcare.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;

import health.cloudcare.auth.token.MasterKey;
import health.cloudcare.servicekit.secret.SecretValue;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;

/** One of several that count together, with small numbers. */
record Replica(Throttle throttle, FailedSignIns failedSignIns) {

    private static final Vertx VERTX = Vertx.vertx();
    private static final MasterKey MASTER_KEY =
            new MasterKey(new SecretValue("dGVzdC1vbmx5LWF1dGgtbWFzdGVyLWtleS0wMDAwMDA=", true));

    private record Numbers(
            boolean enabled,
            Duration patience,
            Map<Scope, Allowance.All> limits,
            ThrottleConfig.FailedSignInsConfig failedSignIns)
            implements ThrottleConfig {}

    private record FailureNumbers(int delayFrom, Duration firstDelay, int lockAt, Duration lock, Duration forgetAfter)
            implements ThrottleConfig.FailedSignInsConfig {}

    private static final Numbers NUMBERS = new Numbers(
            true,
            Duration.ofSeconds(5),
            Map.of(
                    Scope.ADDRESS, Allowance.All.of("10/1M"),
                    Scope.EMAIL, Allowance.All.of("3/10M"),
                    Scope.PHONE_CODE, Allowance.All.of("1/30S, 3/1H")),
            new FailureNumbers(3, Duration.ofSeconds(1), 10, Duration.ofMinutes(15), Duration.ofHours(1)));

    static Redis redis() {
        return Redis.createClient(
                VERTX,
                new RedisOptions()
                        .setConnectionString(BackingServicesProcess.address(BackingService.REDIS))
                        .setMaxPoolWaiting(10_000));
    }

    static Replica with(Redis redis, Clock clock) {
        SharedCounts shared = new SharedCounts(redis, NUMBERS);
        KeyDigest digest = new KeyDigest(MASTER_KEY);
        return new Replica(
                new Throttle(shared, digest, NUMBERS, clock), new FailedSignIns(shared, digest, NUMBERS, clock));
    }

    static Replica withoutRedis(Clock clock) {
        return with(Redis.createClient(VERTX, "redis://localhost:1"), clock);
    }

    /** The seconds of Retry-After, or 0 when admitted. */
    static long waitOf(Uni<Void> admission) {
        try {
            admission.await().indefinitely();
            return 0;
        } catch (HttpProblem refusal) {
            if (refusal.getStatusCode() != 429) {
                throw refusal;
            }
            return (Long) refusal.getHeaders().get("Retry-After");
        }
    }

    static long admitted(List<Uni<Void>> attempts) {
        return Uni.join()
                .all(attempts.stream()
                        .map(attempt -> attempt.map(done -> true)
                                .onFailure(HttpProblem.class)
                                .recoverWithItem(false))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely()
                .stream()
                .filter(Boolean::booleanValue)
                .count();
    }
}
