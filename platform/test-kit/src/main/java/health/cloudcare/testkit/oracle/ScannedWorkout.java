package health.cloudcare.testkit.oracle;

import java.time.Instant;

/** One {@code Workout}; the same workout written again differs in its creation date only, which is not read. */
public record ScannedWorkout(String activity, String source, Instant start, Instant end, String duration) {}
