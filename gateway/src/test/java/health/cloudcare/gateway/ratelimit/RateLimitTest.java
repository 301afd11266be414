package health.cloudcare.gateway.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.junit.jupiter.api.Test;

import health.cloudcare.gateway.FakeServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class RateLimitTest {

    private static final Instant TWENTY_PAST = Instant.parse("2025-11-19T05:50:20Z");

    private record Limits(boolean enabled, int requestsPerMinute, int credentialsPerMinute, Duration patience)
            implements RateLimitConfig {}

    private static final Limits LIMITS = new Limits(true, 5, 3, Duration.ofSeconds(1));

    @Inject
    Redis redis;

    @Inject
    Vertx vertx;

    private final String client = UUID.randomUUID().toString();

    @Test
    void refusesRestOfTheMinuteAndOpensWithTheNext() {
        RateLimit limit = limit(redis, TWENTY_PAST);
        IntStream.range(0, 3).forEach(attempt -> await(limit.countCredentials(client)));

        HttpProblem refused = refusal(limit.countCredentials(client));

        assertThat(refused.getStatusCode()).isEqualTo(429);
        assertThat(refused.getHeaders()).containsEntry("Retry-After", 40L);
        await(limit(redis, TWENTY_PAST.plusSeconds(40)).countCredentials(client));
    }

    @Test
    void countsForAllGatewaysTogether() {
        IntStream.range(0, 5).forEach(attempt -> await(limit(redis, TWENTY_PAST).countAccount(client)));

        assertThat(refusal(limit(redis, TWENTY_PAST).countAccount(client)).getStatusCode())
                .isEqualTo(429);
    }

    @Test
    void letsNoMoreInWhenAllComeAtOnce() {
        RateLimit limit = limit(redis, TWENTY_PAST);

        List<Future<Void>> all = IntStream.range(0, 200)
                .mapToObj(request -> limit.countAccount(client))
                .toList();

        Future.join(all)
                .otherwiseEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertThat(all).filteredOn(Future::succeeded).hasSize(5);
    }

    @Test
    void leavesNothingInRedisForLong() {
        await(limit(redis, TWENTY_PAST).countAccount(client));

        String key = "rate:account:" + client + ':' + TWENTY_PAST.getEpochSecond() / 60;
        Response left = redis.send(Request.cmd(Command.TTL).arg(key))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertThat(left.toLong()).isBetween(1L, 120L);
    }

    @Test
    void letsAccountsPassButStillCountsCredentialsWithoutRedis() {
        RateLimit limit = limit(Redis.createClient(vertx, "redis://localhost:1"), TWENTY_PAST);
        IntStream.range(0, 9).forEach(request -> await(limit.countAccount(client)));
        IntStream.range(0, 3).forEach(attempt -> await(limit.countCredentials(client)));

        assertThat(refusal(limit.countCredentials(client)).getStatusCode()).isEqualTo(429);
    }

    private static RateLimit limit(Redis redis, Instant now) {
        return new RateLimit(redis, LIMITS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void await(Future<Void> counted) {
        counted.toCompletionStage().toCompletableFuture().join();
    }

    private static HttpProblem refusal(Future<Void> counted) {
        return (HttpProblem) catchThrowableOfType(CompletionException.class, () -> await(counted))
                .getCause();
    }
}
