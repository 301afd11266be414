package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The night at the end of a day: in bed by the phone, stages by the watch in cycles of about ninety minutes, with
 * fragments nested in a stage, and now and then an older app that says asleep for the whole night.
 */
final class SleepSeries {

    private static final String TYPE = "SleepAnalysis";
    private static final String PREFIX = "HKCategoryValueSleepAnalysis";
    private static final String[] CYCLE = {"AsleepCore", "AsleepDeep", "AsleepCore", "AsleepREM", "Awake"};
    private static final int[] MINUTES = {25, 20, 20, 18, 4};

    private final ExportProfile profile;

    SleepSeries(ExportProfile profile) {
        this.profile = profile;
    }

    void samples(Day day, SplittableRandom random, Consumer<Sample> out) {
        if (has(AppleDevice.PHONE)) {
            inBed(day, random, out);
        }
        if (has(AppleDevice.WATCH)) {
            stages(day, random, out);
        }
        if (has(AppleDevice.GARMIN)) {
            out.accept(sample(AppleDevice.GARMIN, "Asleep", day.bed().plusSeconds(900), day.nextWake(), day));
        }
    }

    /** Two readings when the phone was picked up in the night. */
    private void inBed(Day day, SplittableRandom random, Consumer<Sample> out) {
        Instant end = day.nextWake().minusSeconds(random.nextInt(300));
        if (day.number() % 4 == 1) {
            Instant pickedUp = day.bed().plus(Duration.between(day.bed(), end).dividedBy(2));
            out.accept(sample(AppleDevice.PHONE, "InBed", day.bed(), pickedUp, day));
            out.accept(sample(AppleDevice.PHONE, "InBed", pickedUp.plusSeconds(140), end, day));
        } else {
            out.accept(sample(AppleDevice.PHONE, "InBed", day.bed(), end, day));
        }
    }

    private void stages(Day day, SplittableRandom random, Consumer<Sample> out) {
        Instant next = day.bed().plusSeconds(600 + random.nextInt(900));
        Instant last = day.nextWake().minusSeconds(random.nextInt(600));
        for (int i = 0; next.isBefore(last); i++) {
            String stage = CYCLE[i % CYCLE.length];
            Instant planned = next.plusSeconds(MINUTES[i % CYCLE.length] * 60L + random.nextInt(240));
            Instant end = planned.isBefore(last) ? planned : last;
            out.accept(sample(AppleDevice.WATCH, stage, next, end, day));
            if (random.nextInt(8) == 0) {
                fragment(stage, next, end, day, out);
            }
            next = end;
        }
    }

    /** A piece of the stage told once more, or a moment awake inside it; the length tells it from its surroundings. */
    private void fragment(String stage, Instant start, Instant end, Day day, Consumer<Sample> out) {
        Duration third = Duration.between(start, end).dividedBy(3);
        if (third.toSeconds() > 30) {
            Instant from = start.plusSeconds(third.toSeconds());
            String value = day.number() % 2 == 0 ? stage : "Awake";
            out.accept(sample(AppleDevice.WATCH, value, from, from.plusSeconds(third.toSeconds()), day));
        }
    }

    private static Sample sample(AppleDevice device, String value, Instant start, Instant end, Day day) {
        return Sample.category(TYPE, device, PREFIX + value, start, end)
                .with("HKTimeZone", day.zone().getId());
    }

    private boolean has(AppleDevice device) {
        return profile.devices().contains(device);
    }
}
