package health.cloudcare.auth.throttle;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.throttle.Replica.waitOf;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class ConfiguredLimitsTest {

    @Inject
    Throttle throttle;

    @Inject
    FailedSignIns failedSignIns;

    @Inject
    ThrottleConfig config;

    @Test
    void everyScopeHasItsNumbers() {
        assertThat(config.limits()).containsOnlyKeys(Scope.values());
        assertThat(config.limits().get(Scope.EMAIL_CODE).each())
                .containsExactly(new Allowance(1, Duration.ofSeconds(30)), new Allowance(5, Duration.ofHours(1)));
        assertThat(config.failedSignIns().waits())
                .containsExactly(0L, 0L, 1000L, 2000L, 4000L, 8000L, 16000L, 32000L, 64000L, 900_000L);
    }

    @Test
    void theyHoldInTheService() {
        List<Limit> code = List.of(new Limit(Scope.EMAIL_CODE, UUID.randomUUID() + "@example.org"));
        assertThat(waitOf(throttle.admit(code))).isZero();
        assertThat(waitOf(throttle.admit(code))).isBetween(1L, 30L);

        String key = UUID.randomUUID().toString();
        for (int failure = 0; failure < 3; failure++) {
            assertThat(waitOf(failedSignIns.admit(key))).isZero();
        }
        assertThat(waitOf(failedSignIns.admit(key))).isEqualTo(1);
    }
}
