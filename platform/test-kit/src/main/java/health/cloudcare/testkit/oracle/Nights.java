package health.cloudcare.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Sleep, instant by instant, cut wherever anything begins or ends. */
final class Nights {

    private static final String PREFIX = "HKCategoryValueSleepAnalysis";
    private static final String IN_BED = PREFIX + "InBed";
    private static final String ASLEEP = PREFIX + "Asleep";

    /** HealthKit's raw values, ascending. */
    private static final List<String> STAGES =
            List.of("Asleep", "AsleepUnspecified", "Awake", "AsleepCore", "AsleepDeep", "AsleepREM");

    /** Best source first; within a source the shortest fragment, of equal ones the higher raw value. */
    private static final Comparator<ScannedRecord> TELLING = Comparator.comparing(ScannedRecord::kind)
            .thenComparing(ScannedRecord::source)
            .thenComparing(ScannedRecord::seconds)
            .thenComparing(Nights::rawValue, Comparator.reverseOrder());

    private Nights() {}

    static SortedMap<LocalDate, Night> of(Collection<ScannedRecord> sleep, ZoneId zone) {
        SortedMap<LocalDate, Night> nights = new TreeMap<>();
        TreeSet<LocalDate> dates = new TreeSet<>();
        sleep.stream().filter(record -> !record.isPoint()).forEach(record -> {
            dates.add(nightOf(record.start(), zone));
            dates.add(nightOf(record.end().minusNanos(1), zone));
        });
        for (LocalDate date : dates) {
            Instant from = date.minusDays(1).atTime(12, 0).atZone(zone).toInstant();
            Instant to = date.atTime(12, 0).atZone(zone).toInstant();
            List<ScannedRecord> records = sleep.stream()
                    .filter(record ->
                            record.start().isBefore(to) && record.end().isAfter(from))
                    .toList();
            nights.put(date, night(records, from, to));
        }
        return nights;
    }

    private static Night night(List<ScannedRecord> records, Instant from, Instant to) {
        double inBed = 0;
        double asleep = 0;
        SortedMap<String, Double> stages = new TreeMap<>();
        TreeSet<Instant> cuts = new TreeSet<>(List.of(from, to));
        records.forEach(record -> cuts.addAll(List.of(record.start(), record.end())));
        for (Instant piece : cuts.subSet(from, to)) {
            double hours = Duration.between(piece, cuts.higher(piece)).toMillis() / 3_600_000.0;
            if (any(records, piece, record -> record.value().equals(IN_BED))) {
                inBed += hours;
            }
            if (any(records, piece, record -> record.value().startsWith(ASLEEP))) {
                asleep += hours;
            }
            records.stream()
                    .filter(record -> record.covers(piece) && !record.value().equals(IN_BED))
                    .min(TELLING)
                    .ifPresent(record -> stages.merge(record.value().substring(PREFIX.length()), hours, Double::sum));
        }
        return new Night(inBed, asleep, stages);
    }

    private static boolean any(List<ScannedRecord> records, Instant piece, Predicate<ScannedRecord> condition) {
        return records.stream().anyMatch(record -> record.covers(piece) && condition.test(record));
    }

    private static int rawValue(ScannedRecord record) {
        return STAGES.indexOf(record.value().substring(PREFIX.length()));
    }

    private static LocalDate nightOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().plusHours(12).toLocalDate();
    }
}
