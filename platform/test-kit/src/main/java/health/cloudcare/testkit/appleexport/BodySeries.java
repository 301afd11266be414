package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What is measured at a moment. */
final class BodySeries {

    private static final Duration BURST = Duration.ofSeconds(5);

    private final ExportProfile profile;

    BodySeries(ExportProfile profile) {
        this.profile = profile;
    }

    /** About every five minutes, every few seconds during a workout. */
    void heartRate(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (!has(AppleDevice.WATCH)) {
            return;
        }
        Instant next = day.wake().plusSeconds(30);
        while (next.isBefore(day.nextWake())) {
            Instant now = next;
            boolean training = day.workout()
                    .filter(w -> !now.isBefore(w.start()) && now.isBefore(w.end()))
                    .isPresent();
            boolean asleep = now.isAfter(day.bed());
            int bpm = training ? 118 + random.nextInt(50) : asleep ? 48 + random.nextInt(14) : 62 + random.nextInt(38);
            out.accept(Sample.quantity("HeartRate", AppleDevice.WATCH, "count/min", bpm, now, now)
                    .with("HKMetadataKeyHeartRateMotionContext", training ? "2" : asleep ? "1" : "0"));
            long seconds = training ? BURST.toSeconds() + random.nextInt(3) : 200 + random.nextInt(180);
            next = now.plusSeconds(Math.max(1, Math.round(seconds / profile.density())));
        }
    }

    void restingHeartRate(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.WATCH)) {
            out.accept(Sample.quantity(
                    "RestingHeartRate", AppleDevice.WATCH, "count/min", 52 + random.nextInt(9), day.wake(), day.bed()));
        }
    }

    void variability(Day day, SplittableRandom random, Consumer<Sample> out) {
        every(
                14_000,
                day.wake(),
                day.nextWake(),
                random,
                AppleDevice.WATCH,
                start -> out.accept(Sample.quantity(
                        "HeartRateVariabilitySDNN",
                        AppleDevice.WATCH,
                        "ms",
                        25 + random.nextDouble() * 60,
                        start,
                        start.plusSeconds(59))));
    }

    /** A share of one, though the unit reads percent. */
    void oxygen(Day day, SplittableRandom random, Consumer<Sample> out) {
        every(
                2_700,
                day.wake(),
                day.nextWake(),
                random,
                AppleDevice.WATCH,
                moment -> out.accept(Sample.quantity(
                        "OxygenSaturation", AppleDevice.WATCH, "%", (93 + random.nextInt(8)) / 100.0, moment, moment)));
    }

    void respiratoryRate(Day day, SplittableRandom random, Consumer<Sample> out) {
        every(
                800,
                day.bed(),
                day.nextWake(),
                random,
                AppleDevice.WATCH,
                moment -> out.accept(Sample.quantity(
                        "RespiratoryRate",
                        AppleDevice.WATCH,
                        "count/min",
                        (24 + random.nextInt(12)) / 2.0,
                        moment,
                        moment)));
    }

    void vo2Max(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.WATCH)) {
            day.workout()
                    .filter(workout -> workout.activity().equals("Running"))
                    .ifPresent(workout -> out.accept(Sample.quantity(
                                    "VO2Max",
                                    AppleDevice.WATCH,
                                    "mL/min·kg",
                                    38 + random.nextInt(600) / 100.0,
                                    workout.end(),
                                    workout.end())
                            .with("HKVO2MaxTestType", "2")));
        }
    }

    /** The scale writes kilograms, and pounds by a person who set the app so; both on different mornings. */
    void mass(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.SCALE) && day.number() % 2 == 0) {
            boolean pounds = day.number() % 6 == 0;
            double kilograms = 71 + random.nextInt(30) / 10.0;
            Instant moment = day.wake().plusSeconds(600);
            out.accept(Sample.quantity(
                    "BodyMass",
                    AppleDevice.SCALE,
                    pounds ? "lb" : "kg",
                    pounds ? Math.round(kilograms * 22.0462) / 10.0 : kilograms,
                    moment,
                    moment));
        }
    }

    void systolic(Day day, SplittableRandom random, Consumer<Sample> out) {
        pressure(day, "BloodPressureSystolic", 112 + random.nextInt(20), out);
    }

    void diastolic(Day day, SplittableRandom random, Consumer<Sample> out) {
        pressure(day, "BloodPressureDiastolic", 70 + random.nextInt(15), out);
    }

    /** A type no product maps. */
    void sunlight(Day day, SplittableRandom random, Consumer<Sample> out) {
        every(
                7_200,
                day.wake(),
                day.bed(),
                random,
                AppleDevice.WATCH,
                start -> out.accept(Sample.quantity(
                        "TimeInDaylight",
                        AppleDevice.WATCH,
                        "min",
                        1 + random.nextInt(5),
                        start,
                        start.plusSeconds(300))));
    }

    private void pressure(Day day, String type, int value, Consumer<Sample> out) {
        if (has(AppleDevice.CUFF) && day.number() % 3 == 0) {
            Instant moment = day.wake().plusSeconds(1500);
            out.accept(Sample.quantity(type, AppleDevice.CUFF, "mmHg", value, moment, moment));
        }
    }

    private void every(
            int seconds,
            Instant from,
            Instant to,
            SplittableRandom random,
            AppleDevice device,
            Consumer<Instant> moment) {
        if (!has(device)) {
            return;
        }
        Instant next = from.plusSeconds(random.nextInt(seconds));
        while (next.isBefore(to)) {
            moment.accept(next);
            next = next.plusSeconds(seconds / 2 + random.nextInt(seconds));
        }
    }

    private boolean has(AppleDevice device) {
        return profile.devices().contains(device);
    }
}
