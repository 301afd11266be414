package health.cloudcare.testkit.appleexport;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * All records of one HealthKit type, day by day; an export lists type after type. No two samples of a series have the
 * same source, start and end.
 */
@FunctionalInterface
interface Series {

    void samples(Day day, SplittableRandom random, Consumer<Sample> out);
}
