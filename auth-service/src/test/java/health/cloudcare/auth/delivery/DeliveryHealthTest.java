package health.cloudcare.auth.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryHealthTest {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    private final DeliveryHealth health = new DeliveryHealth(3, Duration.ofSeconds(30), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void aChannelIsDownAfterFailuresInARowOnly() {
        health.note(Channel.EMAIL, Outcome.UNAVAILABLE);
        health.note(Channel.EMAIL, Outcome.UNAVAILABLE);
        health.note(Channel.EMAIL, Outcome.UNDELIVERABLE);
        health.note(Channel.EMAIL, Outcome.UNAVAILABLE);
        health.note(Channel.EMAIL, Outcome.UNAVAILABLE);
        assertThat(health.isDown(Channel.EMAIL)).isFalse();

        health.note(Channel.EMAIL, Outcome.UNAVAILABLE);

        assertThat(health.isDown(Channel.EMAIL)).isTrue();
        assertThat(health.isDown(Channel.SMS)).isFalse();
    }

    @Test
    void aChannelThatIsDownGetsAnotherChanceAndIsUpAfterASuccess() {
        for (int i = 0; i < 4; i++) {
            health.note(Channel.SMS, Outcome.UNAVAILABLE);
        }
        now = now.plusSeconds(30);
        assertThat(health.isDown(Channel.SMS)).isFalse();

        health.note(Channel.SMS, Outcome.UNAVAILABLE);
        assertThat(health.isDown(Channel.SMS)).isTrue();
        health.note(Channel.SMS, Outcome.SENT);
        assertThat(health.isDown(Channel.SMS)).isFalse();
    }
}
