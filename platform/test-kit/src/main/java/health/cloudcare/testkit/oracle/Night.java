package health.cloudcare.testkit.oracle;

import java.util.Map;

/**
 * Hours of one night.
 *
 * @param inBed in which any source says in bed
 * @param asleep in which any source says asleep, in whatever stage
 * @param stages by the end of HealthKit's value (Awake, AsleepCore, AsleepDeep, AsleepREM, Asleep, AsleepUnspecified): at
 *     each instant the one stage that the best-ranked source tells, of several the shortest fragment's
 */
public record Night(double inBed, double asleep, Map<String, Double> stages) {

    /** Asleep when each instant has the one stage of {@link #stages}: less than the union by what that calls awake. */
    public double asleepByStages() {
        return stages.entrySet().stream()
                .filter(stage -> stage.getKey().startsWith("Asleep"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
