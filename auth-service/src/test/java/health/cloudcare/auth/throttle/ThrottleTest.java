package health.cloudcare.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.auth.SettableClock;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.throttle.Replica.admitted;
import static health.cloudcare.auth.throttle.Replica.waitOf;
import static org.assertj.core.api.Assertions.assertThat;

@WithBackingServices(BackingService.REDIS)
class ThrottleTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-19T05:50:20Z"));
    private final Redis redis = Replica.redis();
    private final Limit email = new Limit(Scope.EMAIL, "asha." + UUID.randomUUID() + "@example.org");
    private final Limit address = Limit.ofAddress(UUID.randomUUID().toString());
    private final Limit phone = new Limit(Scope.PHONE_CODE, "+91" + UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesUntilTheWindowThatBeganWithTheFirstAttemptEnds(boolean withRedis) {
        Throttle throttle = throttle(withRedis);
        assertThat(waitOf(throttle.admit(List.of(email)))).isZero();
        clock.pass(Duration.ofMinutes(4));
        assertThat(waitOf(throttle.admit(List.of(email)))).isZero();
        assertThat(waitOf(throttle.admit(List.of(email)))).isZero();

        assertThat(waitOf(throttle.admit(List.of(email)))).isEqualTo(360);
        clock.pass(Duration.ofMinutes(6));
        assertThat(waitOf(throttle.admit(List.of(email)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsACoolDownAndAnHourlyLimitTogether(boolean withRedis) {
        Throttle throttle = throttle(withRedis);
        for (int code = 0; code < 3; code++) {
            assertThat(waitOf(throttle.admit(List.of(phone)))).isZero();
            clock.pass(Duration.ofSeconds(10));
            assertThat(waitOf(throttle.admit(List.of(phone)))).isGreaterThanOrEqualTo(20);
            clock.pass(Duration.ofSeconds(20));
        }

        assertThat(waitOf(throttle.admit(List.of(phone)))).isEqualTo(3600 - 90);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsForNoneWhenOneRefuses(boolean withRedis) {
        Throttle throttle = throttle(withRedis);
        IntStream.range(0, 3)
                .forEach(attempt -> throttle.admit(List.of(email)).await().indefinitely());
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(waitOf(throttle.admit(List.of(address, email)))).isPositive();
        }

        assertThat(waitOf(throttle.admit(List.of(address)))).isZero();
    }

    @Test
    void admitsNoMoreOfParallelAttemptsAtAnyReplica() {
        Throttle one = throttle(true);
        Throttle other = throttle(true);
        List<Uni<Void>> attempts = IntStream.range(0, 100)
                .mapToObj(attempt -> (attempt % 2 == 0 ? one : other).admit(List.of(address, email)))
                .toList();

        assertThat(admitted(attempts)).isEqualTo(3);
    }

    @Test
    void tellsRedisNothingAboutAnybody() throws Exception {
        throttle(true).admit(List.of(email, phone)).await().indefinitely();

        String keys = redis.send(Request.cmd(Command.KEYS).arg("*"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .toString();

        assertThat(keys)
                .contains("cloudcare:throttle:email:")
                .doesNotContain(email.key())
                .doesNotContain(phone.key());
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        assertThat(Limit.ofAddress("2001:db8:1:2::1")).isEqualTo(Limit.ofAddress("2001:db8:1:2:ffff::9"));
        assertThat(Limit.ofAddress("2001:db8:1:2::1")).isNotEqualTo(Limit.ofAddress("2001:db8:1:3::1"));
        assertThat(Limit.ofAddress("203.0.113.7")).isEqualTo(new Limit(Scope.ADDRESS, "203.0.113.7"));
    }

    private Throttle throttle(boolean withRedis) {
        return (withRedis ? Replica.with(redis, clock) : Replica.withoutRedis(clock)).throttle();
    }
}
