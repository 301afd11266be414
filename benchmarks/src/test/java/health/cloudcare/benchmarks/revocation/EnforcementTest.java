package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnforcementTest {
    private static final Verdicts ALLOWED = new Verdicts(1, 0, 0);
    private static final Verdicts REFUSED = new Verdicts(0, 1, 0);
    private static final Verdicts UNDECIDED = new Verdicts(0, 0, 1);

    @Test
    void aRefusalThatComesBeforeTheAnswerTookNoTime() {
        Seen seen = new Seen(5_000_000, REFUSED, Verdicts.NONE);

        assertThat(seen.lagMillis(2_000_000)).isEqualTo(3);
        assertThat(seen.lagMillis(6_000_000)).isZero();
    }

    @Test
    void onlyReadsAfterTheFirstRefusalCountAgainstAService() {
        Seen clean = new Seen(1, ALLOWED.and(REFUSED), REFUSED.and(REFUSED));
        Seen leaking = new Seen(2, ALLOWED.and(UNDECIDED).and(REFUSED), REFUSED.and(ALLOWED));

        Enforcement both =
                Enforcement.of(new double[] {4, 8}, List.of(clean, leaking)).andLater(ALLOWED.and(UNDECIDED));

        assertThat(both.later()).isEqualTo(new Verdicts(2, 3, 1));
        assertThat(both.undecided()).isEqualTo(2);
        assertThat(both)
                .hasToString("refused after p50 4.0 ms, p99 8.0 ms, at most 8.0 ms (2 revocations);"
                        + " allowed after that: 2 of 6; undecided (503): 2");
    }

    @Test
    void anAnswerThatIsNoVerdictIsAFailure() throws IOException {
        assertThat(Verdicts.ofStatus(200)).isEqualTo(ALLOWED);
        assertThat(Verdicts.ofStatus(403)).isEqualTo(REFUSED);
        assertThat(Verdicts.ofStatus(503)).isEqualTo(UNDECIDED);
        assertThatThrownBy(() -> Verdicts.ofStatus(404)).hasMessageContaining("404");
    }
}
