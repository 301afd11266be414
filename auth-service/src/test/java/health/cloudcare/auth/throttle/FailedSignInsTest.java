package health.cloudcare.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Redis;
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
class FailedSignInsTest {

    private static final Duration LOCK = Duration.ofMinutes(15);

    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-19T05:50:20Z"));
    private final Redis redis = Replica.redis();
    private final String key = "asha." + UUID.randomUUID() + "@example.org";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waitsGrowWithEveryFailureAndEndInALock(boolean withRedis) {
        FailedSignIns failures = failures(withRedis);

        for (int free = 0; free < 2; free++) {
            assertThat(fail(failures).causedLock()).isFalse();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64}) {
            assertThat(fail(failures).causedLock()).isFalse();
            assertThat(waitOf(failures.admit(key))).isEqualTo(seconds);
            clock.pass(Duration.ofSeconds(seconds));
        }
        FailedSignIns.Outcome tenth = fail(failures);

        assertThat(tenth.lockedUntil()).isEqualTo(clock.instant().plus(LOCK));
        assertThat(waitOf(failures.admit(key))).isEqualTo(LOCK.toSeconds());
        assertThat(failures.failed(key).await().indefinitely().causedLock())
                .as("told once")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsAnewAfterALock(boolean withRedis) {
        FailedSignIns failures = failures(withRedis);
        lock(failures);
        clock.pass(LOCK);

        fail(failures);
        fail(failures);

        assertThat(waitOf(failures.admit(key))).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void successAndAdministratorsEndEverything(boolean withRedis) {
        FailedSignIns failures = failures(withRedis);
        lock(failures);
        failures.clear(key).await().indefinitely();

        assertThat(waitOf(failures.admit(key))).isZero();
        assertThat(waitOf(failures.admit(key))).isZero();
        failures.succeeded(key).await().indefinitely();
        fail(failures);
        assertThat(waitOf(failures.admit(key))).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forgetsFailuresOfLongAgo(boolean withRedis) {
        FailedSignIns failures = failures(withRedis);
        fail(failures);
        fail(failures);
        clock.pass(Duration.ofHours(1));

        fail(failures);

        assertThat(waitOf(failures.admit(key))).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAttemptThatNobodyJudgedDoesNotCount(boolean withRedis) {
        FailedSignIns failures = failures(withRedis);
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(waitOf(failures.admit(key))).isZero();
            failures.undecided(key).await().indefinitely();
        }
    }

    @Test
    void parallelGuessesGetNoFurtherThanOneAfterTheOther() {
        FailedSignIns one = failures(true);
        FailedSignIns other = failures(true);
        List<Uni<Void>> guesses = IntStream.range(0, 100)
                .mapToObj(guess -> (guess % 2 == 0 ? one : other).admit(key))
                .toList();

        assertThat(admitted(guesses)).isEqualTo(3);
    }

    @Test
    void aFloodThatRedisCannotTakeIsCountedHere() {
        FailedSignIns failures = Replica.withoutRedis(clock).failedSignIns();
        List<Uni<Void>> guesses =
                IntStream.range(0, 100).mapToObj(guess -> failures.admit(key)).toList();

        assertThat(admitted(guesses)).isEqualTo(3);
    }

    @Test
    void whatWasCountedBeforeRedisWentAwayStaysCounted() {
        Redis leaving = Replica.redis();
        FailedSignIns failures = Replica.with(leaving, clock).failedSignIns();
        lock(failures);
        leaving.close();

        assertThat(waitOf(failures.admit(key))).isEqualTo(LOCK.toSeconds());
    }

    @Test
    void replicasKnowOfEachOthersLocks() {
        lock(failures(true));

        assertThat(waitOf(failures(true).admit(key))).isEqualTo(LOCK.toSeconds());
    }

    private void lock(FailedSignIns failures) {
        for (int failure = 0; failure < 10; failure++) {
            fail(failures);
            clock.pass(failure < 9 ? Duration.ofSeconds(64) : Duration.ZERO);
        }
    }

    private FailedSignIns.Outcome fail(FailedSignIns failures) {
        assertThat(waitOf(failures.admit(key))).isZero();
        return failures.failed(key).await().indefinitely();
    }

    private FailedSignIns failures(boolean withRedis) {
        return (withRedis ? Replica.with(redis, clock) : Replica.withoutRedis(clock)).failedSignIns();
    }
}
