package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Invents the days of a profile. Every day is made from the seed and its number alone, so none needs to be kept. */
final class Days {

    private static final Duration SHORTEST_NIGHT = Duration.ofHours(4);
    private static final String[] ACTIVITIES = {"Running", "Cycling", "Walking", "FunctionalStrengthTraining"};

    private final ExportProfile profile;

    Days(ExportProfile profile) {
        this.profile = profile;
    }

    Day day(int number) {
        SplittableRandom random = random("day", number);
        Instant wake = wake(number);
        Instant nextWake = wake(number + 1);
        Instant bed = at(number, LocalTime.of(22, 15)).plusSeconds(random.nextInt(75 * 60));
        Instant latest = nextWake.minus(SHORTEST_NIGHT);
        bed = bed.isBefore(latest) ? bed : latest;
        Optional<Day.Workout> workout = workout(number, random);
        return new Day(number, profile.zoneOn(number), wake, bed, nextWake, walks(wake, bed, random), workout);
    }

    /** The morning after the last day, when the export is made. */
    Instant exported() {
        return wake(profile.days()).plus(Duration.ofHours(2));
    }

    /** A stream of chance of its own for everything that must not depend on anything else. */
    SplittableRandom random(String what, int day) {
        return new SplittableRandom(profile.seed() * 1_000_003L + what.hashCode() * 31L + day * 7_919L);
    }

    private Instant wake(int number) {
        return at(number, LocalTime.of(6, 10))
                .plusSeconds(random("wake", number).nextInt(80 * 60));
    }

    private Instant at(int number, LocalTime time) {
        return profile.firstDay()
                .plusDays(number)
                .atTime(time)
                .atZone(profile.zoneOn(number))
                .toInstant();
    }

    private static List<Day.Walk> walks(Instant wake, Instant bed, SplittableRandom random) {
        List<Day.Walk> walks = new ArrayList<>();
        Instant next = wake.plusSeconds(120 + random.nextInt(1200));
        while (next.isBefore(bed.minusSeconds(3600))) {
            Duration length = Duration.ofSeconds(90 + random.nextInt(random.nextInt(6) == 0 ? 1800 : 420));
            walks.add(new Day.Walk(next, length, 70 + random.nextInt(50)));
            next = next.plus(length).plusSeconds(600 + random.nextInt(2700));
        }
        return walks;
    }

    private Optional<Day.Workout> workout(int number, SplittableRandom random) {
        if (number % 7 % 2 == 0) {
            return Optional.empty();
        }
        Instant start = at(number, LocalTime.of(17, 30)).plusSeconds(random.nextInt(5400));
        return Optional.of(new Day.Workout(
                ACTIVITIES[random.nextInt(ACTIVITIES.length)], start, Duration.ofSeconds(1500 + random.nextInt(1800))));
    }
}
