package health.cloudcare.auth.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows from the latest outcomes whether a channel is down for everybody. Calls that must not tell whether an account exists
 * may say no more than that.
 */
@ApplicationScoped
public class DeliveryHealth {

    private final Map<Channel, Failures> failures = new ConcurrentHashMap<>();
    private final int failuresToBeDown;
    private final Duration retryAfter;
    private final Clock clock;

    DeliveryHealth(
            @ConfigProperty(name = "cloudcare.delivery.down-after") int failuresToBeDown,
            @ConfigProperty(name = "cloudcare.delivery.retry-after") Duration retryAfter,
            Clock clock) {
        this.failuresToBeDown = failuresToBeDown;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    private record Failures(int inARow, Instant last) {}

    /** After a while without an outcome the channel gets another chance. */
    public boolean isDown(Channel channel) {
        Failures seen = failures.get(channel);
        return seen != null
                && seen.inARow() >= failuresToBeDown
                && clock.instant().isBefore(seen.last().plus(retryAfter));
    }

    void note(Channel channel, Outcome outcome) {
        if (outcome == Outcome.UNAVAILABLE) {
            Instant now = clock.instant();
            failures.merge(
                    channel, new Failures(1, now), (seen, latest) -> new Failures(seen.inARow() + 1, latest.last()));
        } else {
            failures.remove(channel);
        }
    }
}
