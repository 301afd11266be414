package health.cloudcare.benchmarks.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Some people over some days. Everybody uploads once a day, in a different order every day. Of one upload in ten the
 * afternoon's readings are missing and come with the next one, behind that day's own.
 */
public record Population(List<Person> people, LocalDate from, int days, long seed) {
    private static final double LATE_SHARE = 0.1;

    public static Population of(int people, Density density, LocalDate from, int days, long seed) {
        return new Population(
                IntStream.range(0, people)
                        .mapToObj(i -> new Person(seed * 100_000 + i, density))
                        .toList(),
                from,
                days,
                seed);
    }

    /** All uploads in the order in which they arrive. */
    public List<Upload> uploads() {
        Random random = new Random(seed);
        List<Upload> uploads = new ArrayList<>();
        List<List<Reading>> late = new ArrayList<>(Collections.nCopies(people.size(), List.of()));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, people.size()).boxed().toList());
        for (int day = 0; day < days; day++) {
            Collections.shuffle(order, random);
            boolean lastDay = day == days - 1;
            for (int i : order) {
                Person person = people.get(i);
                List<Reading> all = person.day(from.plusDays(day));
                long afternoon = !lastDay && random.nextDouble() < LATE_SHARE
                        ? from.plusDays(day)
                                .atTime(13, 0)
                                .atZone(Person.ZONE)
                                .toInstant()
                                .toEpochMilli()
                        : Long.MAX_VALUE;
                List<Reading> sent = new ArrayList<>();
                List<Reading> kept = new ArrayList<>();
                all.forEach(reading -> (reading.startMillis() < afternoon ? sent : kept).add(reading));
                sent.addAll(late.set(i, kept));
                uploads.add(new Upload(person.id(), new UUID(random.nextLong(), random.nextLong()), sent));
            }
        }
        return uploads;
    }
}
