package health.cloudcare.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The merge rule, instant by instant. At each instant only the best-ranked source that covers it counts. A source covers
 * an instant by an interval reading around it, or by a zero-length reading in the same quarter hour (UTC-aligned). An
 * interval's value is spread evenly; a zero-length reading counts fully unless a better source covers its instant.
 * Readings of one source add up, also where they overlap.
 *
 * <p>Time is cut wherever anything begins or ends, so that who counts never changes within a piece.
 */
final class MergedSources {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private record Source(SourceKind kind, String name) {}

    private static final Comparator<Source> BEST_FIRST =
            Comparator.comparing(Source::kind).thenComparing(Source::name);

    private MergedSources() {}

    static NavigableMap<Instant, Double> perQuarterHour(Collection<ScannedRecord> records) {
        NavigableMap<Instant, Double> slots = new TreeMap<>();
        byQuarter(records).forEach((slot, touching) -> {
            double total = total(slot, touching);
            slots.put(slot, total);
        });
        return slots;
    }

    /** Who has anything to say about a quarter hour. */
    private static SortedMap<Instant, List<ScannedRecord>> byQuarter(Collection<ScannedRecord> records) {
        SortedMap<Instant, List<ScannedRecord>> quarters = new TreeMap<>();
        for (ScannedRecord record : records) {
            Instant slot = quarterOf(record.start());
            do {
                quarters.computeIfAbsent(slot, key -> new ArrayList<>()).add(record);
                slot = slot.plus(QUARTER);
            } while (slot.isBefore(record.end()));
        }
        return quarters;
    }

    private static double total(Instant slot, List<ScannedRecord> records) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(slot, slot.plus(QUARTER)));
        for (ScannedRecord record : records) {
            cuts.add(record.start());
            cuts.add(record.end());
        }
        double total = 0;
        for (Instant from : cuts.subSet(slot, slot.plus(QUARTER))) {
            Instant to = cuts.higher(from);
            Optional<Source> counting = best(from, records);
            for (ScannedRecord record : records) {
                boolean counts = counting.equals(Optional.of(source(record)));
                if (counts && !record.isPoint() && record.covers(from)) {
                    total += record.number().doubleValue() * seconds(from, to) / record.seconds();
                }
                if (counts && record.isPoint() && record.start().equals(from)) {
                    total += record.number().doubleValue();
                }
            }
        }
        return total;
    }

    /** The records given all touch the quarter hour of the instant, so any zero-length one among them covers it. */
    private static Optional<Source> best(Instant instant, List<ScannedRecord> records) {
        return records.stream()
                .filter(record -> record.isPoint() || record.covers(instant))
                .map(MergedSources::source)
                .min(BEST_FIRST);
    }

    private static Source source(ScannedRecord record) {
        return new Source(record.kind(), record.source());
    }

    private static Instant quarterOf(Instant instant) {
        Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
        return hour.plus(QUARTER.multipliedBy(Duration.between(hour, instant).dividedBy(QUARTER)));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
