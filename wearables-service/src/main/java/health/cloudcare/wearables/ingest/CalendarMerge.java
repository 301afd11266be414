package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.calendar.PatientTotals;
import health.cloudcare.wearables.calendar.PatientYear;
import health.cloudcare.wearables.rollup.RollupKey;
import health.cloudcare.wearables.store.Documents;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/** The calendar part of a {@link Merge}: numbers of readings by day, and what they come to by year. */
final class CalendarMerge {
    private final Documents collection;
    private final List<Day> days = new ArrayList<>();
    private final List<Write> yearWrites = new ArrayList<>();
    private final List<Write> totalWrites = new ArrayList<>();

    private record Day(RollupKey key, int readings, long epoch) {
        String patientId() {
            return key.day().patientId();
        }

        int year() {
            return PatientYear.yearOf(key.epochDay());
        }

        String yearId() {
            return PatientYear.id(patientId(), year());
        }
    }

    CalendarMerge(Documents collection) {
        this.collection = collection;
    }

    /** A day now has that many readings of a metric. */
    void readings(RollupKey key, int readings, long epoch) {
        days.add(new Day(key, readings, epoch));
    }

    void run() {
        Set<String> ids = new HashSet<>();
        for (Day day : days) {
            ids.add(day.yearId());
            ids.add(PatientTotals.id(day.patientId()));
        }
        Map<String, Stored> stored = ids.isEmpty() ? Map.of() : collection.load(ids);
        Map<String, PatientYear> years = new HashMap<>();
        Map<String, Day> changedYears = new HashMap<>();
        Map<String, Day> touchedYears = new HashMap<>();
        for (Day day : days) {
            PatientYear year = years.computeIfAbsent(day.yearId(), id -> year(stored.get(id)));
            touchedYears.put(day.yearId(), day);
            if (year.set(day.key().metric(), day.key().epochDay(), day.readings())) {
                changedYears.put(day.yearId(), day);
            }
        }
        changedYears.forEach((id, day) -> yearWrites.add(new Write(
                day.epoch(), id, years.getOrDefault(id, new PatientYear()).encode(), stored.get(id))));
        totals(touchedYears, years, stored);
    }

    private void totals(Map<String, Day> touched, Map<String, PatientYear> years, Map<String, Stored> stored) {
        Map<String, PatientTotals> totals = new HashMap<>();
        Map<String, Long> changed = new HashMap<>();
        touched.forEach((yearId, day) -> {
            String id = PatientTotals.id(day.patientId());
            PatientTotals own = totals.computeIfAbsent(id, any -> totals(stored.get(id)));
            PatientYear year = years.getOrDefault(yearId, new PatientYear());
            if (own.set(day.year(), year.totals())) {
                changed.put(id, day.epoch());
            }
        });
        changed.forEach((id, epoch) -> totalWrites.add(
                new Write(epoch, id, totals.getOrDefault(id, totals(null)).encode(), stored.get(id))));
    }

    void write() {
        collection.write(yearWrites);
        collection.write(totalWrites);
    }

    private static PatientYear year(@Nullable Stored stored) {
        return stored == null ? new PatientYear() : PatientYear.decode(stored.content());
    }

    private static PatientTotals totals(@Nullable Stored stored) {
        return PatientTotals.decode(stored == null ? null : stored.content());
    }
}
