package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long entries are kept. Made at the start, so that a service that keeps them too briefly does not come up at all. */
@Startup
@ApplicationScoped
class RetentionPeriod {

    private static final String RETENTION = "cloudcare.access-log.retention";
    private static final Period AT_LEAST = Period.ofYears(1);

    private final Period period;
    private final Clock clock;

    RetentionPeriod(@ConfigProperty(name = RETENTION) Period period, Clock clock) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        if (now.minus(period).isAfter(now.minus(AT_LEAST))) {
            throw new IllegalArgumentException(RETENTION + " must be at least " + AT_LEAST + ", not " + period);
        }
        this.period = period;
        this.clock = clock;
    }

    /** What occurred before may go. */
    Instant cutoff() {
        return clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
