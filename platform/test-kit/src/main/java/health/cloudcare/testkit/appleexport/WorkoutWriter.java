package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes workouts in the newer form, totals in statistics, nested once more in an activity: a reader that adds both counts
 * twice. Some stand there several times, different in their creation date only.
 */
final class WorkoutWriter {

    private final ExportXml xml;
    private final RecordWriter records;

    WorkoutWriter(ExportXml xml, RecordWriter records) {
        this.xml = xml;
        this.records = records;
    }

    void write(Day day, Day.Workout workout, SplittableRandom random) {
        int kcal = 150 + random.nextInt(400);
        double km = workout.length().toSeconds() * (0.002 + random.nextDouble() * 0.001);
        int times = day.number() % 4 == 1 ? 3 : 1;
        for (int i = 0; i < times; i++) {
            write(
                    day,
                    workout,
                    kcal,
                    km,
                    workout.end().plus(Duration.ofHours(i)).plusSeconds(20));
        }
    }

    private void write(Day day, Day.Workout workout, int kcal, double km, Instant created) {
        xml.open("Workout")
                .attribute("workoutActivityType", "HKWorkoutActivityType" + workout.activity())
                .attribute("duration", decimal(workout.length().toSeconds() / 60.0))
                .attribute("durationUnit", "min");
        records.source(AppleDevice.WATCH, day.number());
        records.dates(created, workout.start(), workout.end());
        records.metadata("HKTimeZone", day.zone().getId());
        records.metadata("HKIndoorWorkout", "0");
        xml.open("WorkoutEvent")
                .attribute("type", "HKWorkoutEventTypePause")
                .attribute("date", records.date(workout.start().plusSeconds(600)))
                .close();
        xml.open("WorkoutActivity")
                .attribute("uuid", "00000000-0000-4000-8000-%012d".formatted(day.number()))
                .attribute("startDate", records.date(workout.start()))
                .attribute("endDate", records.date(workout.end()));
        statistics(workout, kcal, km);
        xml.close();
        statistics(workout, kcal, km);
        xml.open("WorkoutRoute");
        records.source(AppleDevice.WATCH, day.number());
        records.dates(created, workout.start(), workout.end());
        xml.open("FileReference")
                .attribute("path", "/workout-routes/route_%d.gpx".formatted(day.number()))
                .close();
        xml.close().close();
    }

    private void statistics(Day.Workout workout, int kcal, double km) {
        statistic(workout, "ActiveEnergyBurned", "kcal")
                .attribute("sum", String.valueOf(kcal))
                .close();
        statistic(workout, "DistanceWalkingRunning", "km")
                .attribute("sum", decimal(km))
                .close();
        statistic(workout, "HeartRate", "count/min")
                .attribute("average", "141.2")
                .attribute("minimum", "118")
                .attribute("maximum", "167")
                .close();
    }

    private ExportXml statistic(Day.Workout workout, String type, String unit) {
        return xml.open("WorkoutStatistics")
                .attribute("type", "HKQuantityTypeIdentifier" + type)
                .attribute("startDate", records.date(workout.start()))
                .attribute("endDate", records.date(workout.end()))
                .attribute("unit", unit);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
