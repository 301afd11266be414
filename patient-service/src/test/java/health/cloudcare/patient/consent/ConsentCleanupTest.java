package health.cloudcare.patient.consent;

import java.time.Clock;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConsentCleanupTest {

    @Test
    void doesNotExistOutsideLocalModeWhoeverAsks() {
        ConsentCleanupResource production = new ConsentCleanupResource(null, null, Clock.systemUTC(), "production");

        assertThatThrownBy(production::removeAll).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            if (problem.getStatusCode() != 404) {
                throw new AssertionError(problem.getStatusCode());
            }
        });
    }
}
