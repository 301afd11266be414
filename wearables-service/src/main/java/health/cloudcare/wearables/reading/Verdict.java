package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/** What becomes of a record. */
public sealed interface Verdict {

    record Accepted(Reading reading) implements Verdict {}

    /**
     * @param metric null when it is not even known what was measured
     * @param message for people; never holds the refused value
     */
    record Rejected(@Nullable MetricType metric, RejectionReason reason, String message) implements Verdict {}

    /** A type that CloudCare does not keep, or none at all. */
    record Unmapped() implements Verdict {}
}
