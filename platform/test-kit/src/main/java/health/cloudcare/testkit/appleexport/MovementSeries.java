package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What watch and phone both count. The watch lies on its charger during some walks and the phone on the table during
 * others; where both come along, their readings overlap and disagree.
 */
final class MovementSeries {

    /** Readings of one device along a walk: it cuts time in its own way. */
    private interface Reading {
        Sample of(Instant start, Instant end, double steps);
    }

    private static final double KM_PER_STEP = 0.00073;
    private static final double KCAL_PER_STEP = 0.042;

    private final ExportProfile profile;

    MovementSeries(ExportProfile profile) {
        this.profile = profile;
    }

    void steps(Day day, SplittableRandom random, Consumer<Sample> out) {
        alongWalks(
                day,
                random,
                AppleDevice.WATCH,
                150,
                240,
                out,
                (start, end, steps) -> Sample.quantity(
                        "StepCount", AppleDevice.WATCH, "count", Math.max(1, Math.round(steps)), start, end));
        alongWalks(
                day,
                random,
                AppleDevice.PHONE,
                240,
                360,
                out,
                (start, end, steps) -> Sample.quantity(
                        "StepCount", AppleDevice.PHONE, "count", Math.max(1, Math.round(steps * 0.94)), start, end));
        correction(day, out);
        ring(day, random, out);
    }

    void distance(Day day, SplittableRandom random, Consumer<Sample> out) {
        alongWalks(
                day,
                random,
                AppleDevice.WATCH,
                150,
                240,
                out,
                (start, end, steps) -> Sample.quantity(
                        "DistanceWalkingRunning", AppleDevice.WATCH, "km", steps * KM_PER_STEP, start, end));
        alongWalks(
                day,
                random,
                AppleDevice.PHONE,
                240,
                360,
                out,
                (start, end, steps) -> Sample.quantity(
                        "DistanceWalkingRunning", AppleDevice.PHONE, "km", steps * KM_PER_STEP * 1.05, start, end));
        dailyTotal(day, "DistanceWalkingRunning", "km", 3 + random.nextDouble() * 9, out);
    }

    void activeEnergy(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.WATCH)) {
            Instant next = day.wake();
            while (next.isBefore(day.bed())) {
                Instant end = next.plusSeconds(spacing(240 + random.nextInt(300)));
                double kcal = 0.4 + random.nextDouble() * 6;
                out.accept(Sample.quantity("ActiveEnergyBurned", AppleDevice.WATCH, "kcal", kcal, next, end));
                next = end;
            }
        }
        alongWalks(
                day,
                random,
                AppleDevice.PHONE,
                300,
                600,
                out,
                (start, end, steps) -> Sample.quantity(
                        "ActiveEnergyBurned", AppleDevice.PHONE, "kcal", steps * KCAL_PER_STEP, start, end));
        dailyTotal(day, "ActiveEnergyBurned", "kcal", 200 + random.nextInt(900), out);
    }

    void basalEnergy(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.WATCH)) {
            Instant next = day.wake();
            while (next.isBefore(day.nextWake())) {
                Instant end = next.plusSeconds(1800);
                Instant cut = end.isBefore(day.nextWake()) ? end : day.nextWake();
                double kcal = 34 * Duration.between(next, cut).toSeconds() / 1800.0 * (0.95 + random.nextDouble() / 10);
                out.accept(Sample.quantity("BasalEnergyBurned", AppleDevice.WATCH, "kcal", kcal, next, cut));
                next = cut;
            }
        }
    }

    /** The watch tells stretches, the phone moments. */
    void flights(Day day, SplittableRandom random, Consumer<Sample> out) {
        for (Day.Walk walk : day.walks()) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            Instant start = walk.start().plusSeconds(20 + random.nextInt(40));
            int flights = 1 + random.nextInt(3);
            if (has(AppleDevice.WATCH) && random.nextInt(5) > 0) {
                out.accept(Sample.quantity(
                        "FlightsClimbed", AppleDevice.WATCH, "count", flights, start, start.plusSeconds(25)));
            }
            if (has(AppleDevice.PHONE) && random.nextInt(4) > 0) {
                Instant moment = start.plusSeconds(random.nextInt(60));
                out.accept(Sample.quantity("FlightsClimbed", AppleDevice.PHONE, "count", flights, moment, moment));
            }
        }
        dailyTotal(day, "FlightsClimbed", "count", 1 + random.nextDouble() * 20, out);
    }

    private void alongWalks(
            Day day,
            SplittableRandom random,
            AppleDevice device,
            int shortest,
            int longest,
            Consumer<Sample> out,
            Reading reading) {
        for (Day.Walk walk : day.walks()) {
            if (random.nextInt(6) == 0 || !has(device)) {
                continue;
            }
            Instant next = walk.start().plusSeconds(random.nextInt(40));
            while (next.isBefore(walk.end())) {
                Instant end = next.plusSeconds(shortest + random.nextInt(longest - shortest));
                Instant cut = end.isBefore(walk.end()) ? end : walk.end();
                double minutes = Duration.between(next, cut).toSeconds() / 60.0;
                out.accept(reading.of(next, cut, minutes * walk.stepsPerMinute() * (0.9 + random.nextDouble() / 5)));
                next = cut;
            }
        }
    }

    /** Now and then a watch adds, later, steps for a stretch it had counted: readings of one source that overlap. */
    private void correction(Day day, Consumer<Sample> out) {
        if (has(AppleDevice.WATCH) && day.number() % 5 == 2 && !day.walks().isEmpty()) {
            Instant start = day.walks().getFirst().start().plusSeconds(1);
            out.accept(Sample.quantity("StepCount", AppleDevice.WATCH, "count", 23, start, start.plusSeconds(599)));
        }
    }

    private void ring(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.RING)) {
            for (Instant next = day.wake(); next.isBefore(day.bed()); next = next.plusSeconds(1800)) {
                out.accept(Sample.quantity(
                        "StepCount", AppleDevice.RING, "count", random.nextInt(900), next, next.plusSeconds(1800)));
            }
        }
    }

    private void dailyTotal(Day day, String type, String unit, double value, Consumer<Sample> out) {
        if (has(AppleDevice.GARMIN)) {
            out.accept(Sample.quantity(type, AppleDevice.GARMIN, unit, value, day.bed(), day.bed()));
        }
    }

    private boolean has(AppleDevice device) {
        return profile.devices().contains(device);
    }

    private long spacing(int seconds) {
        return Math.max(1, Math.round(seconds / profile.density()));
    }
}
