package health.cloudcare.wearables.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/**
 * How many readings of each metric start on each UTC day of one year, merged or not. A function of the year's day rollups.
 */
public final class PatientYear {
    private final Map<MetricType, TreeMap<Integer, Integer>> readings = new EnumMap<>(MetricType.class);

    public static String id(String patientId, int year) {
        return patientId + '|' + year;
    }

    public static int yearOf(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getYear();
    }

    /** @return whether that changed anything */
    public boolean set(MetricType metric, long epochDay, int count) {
        TreeMap<Integer, Integer> days = readings.computeIfAbsent(metric, any -> new TreeMap<>());
        Integer before = days.put(LocalDate.ofEpochDay(epochDay).getDayOfYear(), count);
        return before == null || before != count;
    }

    /** Readings by metric over the whole year. */
    public Map<MetricType, Long> totals() {
        Map<MetricType, Long> totals = new EnumMap<>(MetricType.class);
        readings.forEach((metric, days) -> totals.put(
                metric, days.values().stream().mapToLong(Integer::longValue).sum()));
        return totals;
    }

    /**
     * Epoch days that have, or had, readings.
     *
     * @param metric of which, null for any
     * @param year which this is
     */
    public Set<Long> days(@Nullable MetricType metric, int year) {
        Set<Long> days = new TreeSet<>();
        readings.forEach((measured, counts) -> {
            if (metric == null || metric == measured) {
                counts.keySet()
                        .forEach(day -> days.add(LocalDate.ofYearDay(year, day).toEpochDay()));
            }
        });
        return days;
    }

    public BsonDocument encode() {
        BsonDocument document = new BsonDocument();
        readings.forEach((metric, days) -> {
            ColumnWriter writer = new ColumnWriter().unsigned(days.size());
            int before = 0;
            for (Map.Entry<Integer, Integer> day : days.entrySet()) {
                writer.unsigned(day.getKey() - before).unsigned(day.getValue());
                before = day.getKey();
            }
            document.append(metric.code(), new BsonBinary(writer.toBytes()));
        });
        return document;
    }

    public static PatientYear decode(BsonDocument document) {
        PatientYear year = new PatientYear();
        document.forEach((code, value) -> MetricType.ofCode(code).ifPresent(metric -> {
            ColumnReader reader = new ColumnReader(value.asBinary().getData());
            TreeMap<Integer, Integer> days = new TreeMap<>();
            int day = 0;
            for (long left = reader.unsigned(); left > 0; left--) {
                day += (int) reader.unsigned();
                days.put(day, (int) reader.unsigned());
            }
            year.readings.put(metric, days);
        }));
        return year;
    }
}
