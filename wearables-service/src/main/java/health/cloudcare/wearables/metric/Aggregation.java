package health.cloudcare.wearables.metric;

/** How the readings of a metric become one figure for a stretch of time. */
public enum Aggregation {
    /** Amounts that add up (steps, energy). Where sources overlap, each instant counts for one source only. */
    CUMULATIVE,
    /** Measurements of a state (heart rate, weight): average, minimum, maximum and last; every source counts. */
    DISCRETE,
    /** Stages of sleep: durations, with in-bed and asleep kept apart. */
    SLEEP
}
