package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a consent may be used, counted in periods of equal length from the moment it was granted: no time zone has a say.
 *
 * @param uses in each period
 */
record UseLimit(int uses, ReadPeriod per, Instant grantedAt) {

    /** The number of the period that a moment lies in, from 0. */
    long period(Instant now) {
        return Math.max(0, Duration.between(grantedAt, now).dividedBy(length()));
    }

    private Duration length() {
        return switch (per) {
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> Duration.ofDays(30);
        };
    }
}
