package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollups;
import health.cloudcare.wearables.rollup.RollupKey;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/**
 * Merges the records of one poll into hour chunks, what these add up to into day rollups, and their numbers of readings
 * into the patients' calendars. Reads what is stored, computes, and leaves the writing, in that order, to its caller;
 * running it again on the same records, in whatever grouping, ends in the same documents.
 */
final class Merge {
    private static final int HOURS = 24;

    private final WearablesDatabase database;
    private final List<IncomingBatch> batches;
    private final Map<String, SyncOutcome> outcomes;
    private final Corrections corrections;
    private final Swept swept;

    /** Days touched, with this consumer's epoch of their patient's partition. */
    private final Map<DayKey, Long> epochs = new LinkedHashMap<>();

    private final Map<ChunkKey, HourChunk> chunks = new LinkedHashMap<>();
    private final List<Write> chunkWrites = new ArrayList<>();
    private final List<Write> rollupWrites = new ArrayList<>();
    private final CalendarMerge calendars;
    private final List<Revision> revisions = new ArrayList<>();
    private int removed;

    private Merge(
            WearablesDatabase database,
            Corrections corrections,
            List<IncomingBatch> batches,
            Map<String, SyncOutcome> outcomes,
            Swept swept) {
        this.database = database;
        this.corrections = corrections;
        this.batches = batches;
        this.outcomes = outcomes;
        this.swept = swept;
        this.calendars = new CalendarMerge(database.calendars());
    }

    /**
     * A day whose figures are no longer what they were.
     *
     * @param takenBack because the patient took readings back
     */
    record Revision(RollupKey day, long revision, boolean takenBack) {}

    /**
     * Stored days that are gone through for what does not stay.
     *
     * @param days with this consumer's epoch of their patient's partition
     * @param whole every chunk of them, rather than those alone that tell their samples' records
     */
    private record Swept(Map<DayKey, Long> days, boolean whole) {}

    static Merge of(
            WearablesDatabase database,
            Corrections corrections,
            List<IncomingBatch> batches,
            Map<String, SyncOutcome> outcomes) {
        return new Merge(database, corrections, batches, outcomes, new Swept(corrections.earlierVersions(), false))
                .run();
    }

    /** Nothing new, and the given days without what was taken back. */
    static Merge sweep(WearablesDatabase database, Corrections corrections, Map<DayKey, Long> days) {
        return new Merge(database, corrections, List.of(), Map.of(), new Swept(days, true)).run();
    }

    private Merge run() {
        mergeChunks();
        mergeRollups();
        calendars.run();
        return this;
    }

    /** Chunks first: a rollup or calendar that is missing is made again from them when their records are read again. */
    void write() {
        database.chunks().write(chunkWrites);
        database.rollups().write(rollupWrites);
        calendars.write();
    }

    /** The chunks that were touched, as they now stand. */
    Map<ChunkKey, HourChunk> touched() {
        return chunks;
    }

    List<Revision> revisions() {
        return revisions;
    }

    /** Readings that went from the days swept. */
    int removed() {
        return removed;
    }

    /** What corrections leave of a piece. */
    private record Kept(int batch, ChunkKey key, HourChunk samples) {}

    private void mergeChunks() {
        List<Kept> pieces = pieces();
        epochs.putAll(swept.days());
        Map<String, Stored> stored = database.chunks().load(ids());
        Map<DayKey, DayChunks> days = new HashMap<>();
        for (DayKey day : epochs.keySet()) {
            Stored document = stored.get(day.id());
            days.put(day, document == null ? DayChunks.empty() : DayChunks.decode(document.content()));
        }
        Map<ChunkKey, HourChunk> before = new HashMap<>();
        int[] added = new int[batches.size()];
        for (Kept piece : pieces) {
            ChunkKey key = piece.key();
            HourChunk chunk = chunks.get(key);
            if (chunk == null) {
                chunk = dayOf(days, key.day()).chunk(key.metric(), key.hourOfDay());
                before.put(key, chunk);
            }
            HourChunk.Merged merged = chunk.merge(piece.samples());
            chunks.put(key, merged.chunk());
            added[piece.batch()] += merged.added();
        }
        count(added);
        swept.days().keySet().forEach(day -> sweep(day, dayOf(days, day), before));
        Set<DayKey> changed = new HashSet<>();
        chunks.forEach((key, chunk) -> {
            if (!chunk.equals(before.get(key))) {
                dayOf(days, key.day()).put(key.metric(), key.hourOfDay(), chunk);
                changed.add(key.day());
            }
        });
        for (DayKey day : changed) {
            DayChunks content = days.getOrDefault(day, DayChunks.empty());
            chunkWrites.add(new Write(epochOf(day), day.id(), content.encode(), stored.get(day.id())));
        }
    }

    private void sweep(DayKey day, DayChunks stored, Map<ChunkKey, HourChunk> before) {
        for (MetricType metric : stored.metrics()) {
            for (int hour = 0; hour < HOURS; hour++) {
                ChunkKey key = new ChunkKey(day.patientId(), metric, day.epochDay() * HOURS + hour);
                HourChunk chunk = chunks.get(key);
                if (chunk == null) {
                    chunk = stored.chunk(metric, hour);
                    before.put(key, chunk);
                }
                // one that is empty by now may not have reached its rollup
                if (swept.whole() || chunk.hasRecords() || chunk.size() == 0) {
                    HourChunk kept = corrections.kept(key, chunk);
                    removed += chunk.startingInThisHour() - kept.startingInThisHour();
                    chunks.put(key, kept);
                }
            }
        }
    }

    private List<Kept> pieces() {
        List<Kept> pieces = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            for (BatchPieces.Piece piece : batches.get(i).pieces()) {
                HourChunk kept = corrections.kept(piece.key(), piece.samples());
                if (kept.size() > 0) {
                    pieces.add(new Kept(i, piece.key(), kept));
                    epochs.put(piece.key().day(), batches.get(i).epoch());
                }
            }
        }
        return pieces;
    }

    private void count(int[] added) {
        for (int i = 0; i < batches.size(); i++) {
            SyncOutcome outcome = outcomes.get(batches.get(i).readings().getSyncId());
            if (outcome != null) {
                outcome.count(batches.get(i), added[i]);
            }
        }
    }

    /** Of all chunks touched, also those that did not change: their rollup may be what a crash left out. */
    private void mergeRollups() {
        Map<DayKey, Map<RollupKey, List<DayRollup.Hour>>> touched = new LinkedHashMap<>();
        chunks.forEach((key, chunk) -> touched.computeIfAbsent(key.day(), any -> new LinkedHashMap<>())
                .computeIfAbsent(RollupKey.of(key), any -> new ArrayList<>())
                .add(new DayRollup.Hour(key, chunk)));
        Map<String, Stored> stored = database.rollups().load(ids());
        touched.forEach((day, metrics) -> {
            Stored document = stored.get(day.id());
            DayRollups rollups = document == null ? DayRollups.empty(day) : DayRollups.decode(day, document.content());
            boolean changed = false;
            for (Map.Entry<RollupKey, List<DayRollup.Hour>> hours : metrics.entrySet()) {
                changed |= mergeRollup(rollups, hours.getKey(), hours.getValue());
            }
            if (changed) {
                rollupWrites.add(new Write(epochOf(day), day.id(), rollups.encode(), document));
            }
        });
    }

    private boolean mergeRollup(DayRollups rollups, RollupKey key, List<DayRollup.Hour> hours) {
        DayRollup before = rollups.rollup(key.metric());
        DayRollup after = before.with(hours);
        calendars.readings(key, after.readings(), epochOf(key.day()));
        if (after == before) {
            return false;
        }
        rollups.put(key.metric(), after);
        if (before.revision() > 0 && after.revision() > before.revision()) {
            revisions.add(new Revision(key, after.revision(), swept.whole()));
        }
        return true;
    }

    private List<String> ids() {
        return epochs.keySet().stream().map(DayKey::id).toList();
    }

    private static DayChunks dayOf(Map<DayKey, DayChunks> days, DayKey day) {
        return days.computeIfAbsent(day, any -> DayChunks.empty());
    }

    private long epochOf(DayKey day) {
        return epochs.getOrDefault(day, 0L);
    }
}
