package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.calendar.PatientTotals;
import health.cloudcare.wearables.calendar.PatientYear;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.deletion.Deletion;
import health.cloudcare.wearables.store.FencedCollection.Stored;

/**
 * Takes what a patient took back out of the days that are stored, and computes days anew, a month or so at a time: years of a busy watch do not fit
 * into the memory at once.
 */
final class DeletionSweep {
    private static final int DAYS_AT_ONCE = 32;

    /** A reading lasts at most so long beyond the day it starts in. */
    private static final int DAYS_TOUCHED_AFTER = 2;

    private final WearablesDatabase database;
    private final Consumer<Map<String, SyncOutcome>> outcomes;
    private final Corrections corrections;

    /** @param outcomes keeps them */
    DeletionSweep(WearablesDatabase database, Consumer<Map<String, SyncOutcome>> outcomes, Corrections corrections) {
        this.database = database;
        this.outcomes = outcomes;
        this.corrections = corrections;
    }

    /** Blocking. Run again, it finds nothing left; the outcome keeps what the first run counted. */
    List<Merge.Revision> run(IncomingBatch batch, SyncOutcome outcome) {
        String patient = batch.readings().getPatientId();
        List<Merge.Revision> revisions = new ArrayList<>();
        slices(batch.readings()).forEach((slice, days) -> {
            Map<DayKey, Long> epochs = new LinkedHashMap<>();
            days.forEach(day -> epochs.put(new DayKey(patient, day), batch.epoch()));
            Merge merge = Merge.sweep(database, corrections, epochs);
            outcome.removed(slice, merge.removed());
            // before the days, as what is gone cannot be counted again
            outcomes.accept(Map.of(batch.readings().getSyncId(), outcome));
            merge.write();
            revisions.addAll(merge.revisions());
        });
        return revisions;
    }

    private SortedMap<Long, List<Long>> slices(ReadingBatch batch) {
        TreeSet<Long> days = new TreeSet<>(batch.getRecomputedDayList());
        for (String record : batch.getDeletedRecordIdList()) {
            days.addAll(corrections.days(batch.getPatientId(), record));
        }
        if (batch.getDeletionsCount() > 0) {
            List<Deletion> deletions = batch.getDeletionsList().stream()
                    .map(deletion -> Corrections.deletion(deletion, batch.getReceivedAtMs()))
                    .toList();
            days(batch.getPatientId(), deletions).forEach(day -> add(days, day));
        }
        SortedMap<Long, List<Long>> slices = new TreeMap<>();
        days.forEach(day -> slices.computeIfAbsent(Math.floorDiv(day, DAYS_AT_ONCE), any -> new ArrayList<>())
                .add(day));
        return slices;
    }

    private static boolean within(Deletion deletion, long day) {
        return day >= Corrections.dayOf(deletion.fromMillis()) && day <= Corrections.dayOf(deletion.toMillis() - 1);
    }

    private static void add(TreeSet<Long> days, long day) {
        for (int after = 0; after <= DAYS_TOUCHED_AFTER; after++) {
            days.add(day + after);
        }
    }

    /** Days of any year that had readings of the metrics meant. */
    private List<Long> days(String patient, List<Deletion> deletions) {
        String totalsId = PatientTotals.id(patient);
        Stored totals = database.calendars().load(List.of(totalsId)).get(totalsId);
        Set<Integer> years = totals == null
                ? Set.of()
                : PatientTotals.decode(totals.content()).years();
        Map<String, Stored> stored = database.calendars()
                .load(years.stream().map(year -> PatientYear.id(patient, year)).toList());
        List<Long> days = new ArrayList<>();
        for (int year : years) {
            Stored document = stored.get(PatientYear.id(patient, year));
            if (document != null) {
                PatientYear calendar = PatientYear.decode(document.content());
                deletions.forEach(deletion -> calendar.days(deletion.metric(), year).stream()
                        .filter(day -> within(deletion, day))
                        .forEach(days::add));
            }
        }
        return days;
    }
}
