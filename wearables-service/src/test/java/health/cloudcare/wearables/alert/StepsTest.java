package health.cloudcare.wearables.alert;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepsTest {
    private static final long MINUTE = 60_000;

    @Test
    void areThoseOfTheSourceThatCountedMost() {
        Steps steps = new Steps();
        steps.add("watch", 0, 10 * MINUTE, 100);
        steps.add("watch", 10 * MINUTE, 10 * MINUTE, 300);
        steps.add("phone", 0, 20 * MINUTE, 250);

        assertThat(most(steps, 0, 20)).isEqualTo(400);
        assertThat(most(steps, 0, 10)).isEqualTo(125);
        assertThat(most(steps, 5, 15)).isEqualTo(50 + 150);
        assertThat(most(steps, 20, 30)).isZero();
    }

    @Test
    void ofAMomentCountWithIt() {
        Steps steps = new Steps();
        steps.add("watch", 5 * MINUTE, 0, 20);
        steps.add("watch", 5 * MINUTE, MINUTE, 10);

        assertThat(most(steps, 0, 10)).isEqualTo(30);
        assertThat(most(steps, 0, 5)).isZero();
        assertThat(most(new Steps(), 0, 5)).isZero();
    }

    private static double most(Steps steps, long fromMinute, long toMinute) {
        return steps.most(Instant.ofEpochMilli(fromMinute * MINUTE), Instant.ofEpochMilli(toMinute * MINUTE));
    }
}
