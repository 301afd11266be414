package health.cloudcare.testkit.oracle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers about an export. Figures are per HealthKit type and unit, as written; "distinct" leaves out records that say the
 * same thing again. Non-numbers and records that end before they start must be filtered out of the scan first.
 */
public final class ExportOracle {

    private static final String SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";

    private final ExportScan scan;

    public ExportOracle(ExportScan scan) {
        this.scan = scan;
    }

    public static ExportOracle of(Path export) {
        return new ExportOracle(ExportScan.of(export));
    }

    public ExportScan scan() {
        return scan;
    }

    public SortedSet<String> types() {
        return scan.records().stream().map(ScannedRecord::type).collect(Collectors.toCollection(TreeSet::new));
    }

    public long count(String type) {
        return records(type).size();
    }

    public long distinctCount(String type) {
        return distinct(type).size();
    }

    /** All records of a type, by unit. */
    public Map<String, Totals> totals(String type) {
        return byUnit(records(type));
    }

    /** The distinct records of a type, by unit. */
    public Map<String, Totals> distinctTotals(String type) {
        return byUnit(distinct(type));
    }

    /** How often which category value is written. */
    public Map<String, Long> categoryValues(String type) {
        return records(type).stream().collect(Collectors.groupingBy(ScannedRecord::value, Collectors.counting()));
    }

    /** Distinct records by the local day on which they start. */
    public SortedMap<LocalDate, Totals> daily(String type, String unit, ZoneId zone) {
        return totalsBy(type, unit, record -> date(record.start(), zone));
    }

    /** Distinct records by the local day in the offset each is written in. */
    public SortedMap<LocalDate, Totals> dailyInOwnOffset(String type, String unit) {
        return totalsBy(type, unit, record -> date(record.start(), record.offset()));
    }

    /** Sums of distinct records per local day, each shared over the days it lasts by duration. */
    public SortedMap<LocalDate, Double> dailySplit(String type, String unit, ZoneId zone) {
        SortedMap<LocalDate, Double> days = new TreeMap<>();
        for (ScannedRecord record : distinct(type, unit)) {
            double value = record.number().doubleValue();
            if (record.isPoint()) {
                days.merge(date(record.start(), zone), value, Double::sum);
                continue;
            }
            Instant from = record.start();
            while (from.isBefore(record.end())) {
                LocalDate day = date(from, zone);
                Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
                Instant to = midnight.isBefore(record.end()) ? midnight : record.end();
                days.merge(day, value * Duration.between(from, to).toMillis() / 1000 / record.seconds(), Double::sum);
                from = to;
            }
        }
        return days;
    }

    /** What a cumulative type amounts to per quarter hour (named by its start) after merging overlapping sources. */
    public NavigableMap<Instant, Double> mergedPerQuarterHour(String type, String unit) {
        return MergedSources.perQuarterHour(distinct(type, unit));
    }

    /** What a cumulative type amounts to per local day after merging overlapping sources. */
    public SortedMap<LocalDate, Double> mergedDaily(String type, String unit, ZoneId zone) {
        SortedMap<LocalDate, Double> days = new TreeMap<>();
        // every zone's midnight is the start of a quarter hour
        mergedPerQuarterHour(type, unit).forEach((slot, value) -> days.merge(date(slot, zone), value, Double::sum));
        return days;
    }

    /** Nights by the local date on which they end; a night lasts from noon to noon. */
    public SortedMap<LocalDate, Night> nights(ZoneId zone) {
        return Nights.of(distinct(SLEEP), zone);
    }

    public Set<ScannedWorkout> distinctWorkouts() {
        return Set.copyOf(scan.workouts());
    }

    private List<ScannedRecord> records(String type) {
        return scan.records().stream()
                .filter(record -> record.type().equals(type))
                .toList();
    }

    private Collection<ScannedRecord> distinct(String type) {
        Map<ScannedRecord.Key, ScannedRecord> first = new LinkedHashMap<>();
        records(type).forEach(record -> first.putIfAbsent(record.key(), record));
        return first.values();
    }

    private List<ScannedRecord> distinct(String type, String unit) {
        return distinct(type).stream()
                .filter(record -> record.unit().equals(unit))
                .toList();
    }

    private SortedMap<LocalDate, Totals> totalsBy(String type, String unit, Function<ScannedRecord, LocalDate> day) {
        SortedMap<LocalDate, List<ScannedRecord>> days = new TreeMap<>();
        distinct(type, unit).forEach(record -> days.computeIfAbsent(day.apply(record), key -> new ArrayList<>())
                .add(record));
        SortedMap<LocalDate, Totals> totals = new TreeMap<>();
        days.forEach((date, records) -> totals.put(date, Totals.of(records)));
        return totals;
    }

    private static Map<String, Totals> byUnit(Collection<ScannedRecord> records) {
        Map<String, List<ScannedRecord>> units =
                records.stream().filter(ScannedRecord::isNumber).collect(Collectors.groupingBy(ScannedRecord::unit));
        return units.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Totals.of(e.getValue())));
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
