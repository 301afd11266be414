package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.calendar.PatientYear;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.HourChunkCodec;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollupCodec;
import health.cloudcare.wearables.rollup.RollupKey;
import health.cloudcare.wearables.store.FencedCollection;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/**
 * Merges the records of one poll into hour chunks, what changed of these into day rollups, and what changed of those into
 * the patients' calendars. Reads what is stored, computes, and leaves the writing, in that order, to its caller; running
 * it again on the same records, in whatever grouping, ends in the same documents.
 */
final class Merge {
    private final WearablesDatabase database;
    private final List<IncomingBatch> batches;
    private final Map<String, SyncOutcome> outcomes;

    private final Map<ChunkKey, Long> epochs = new LinkedHashMap<>();
    private final Map<String, Long> yearEpochs = new TreeMap<>();
    private final List<Write> chunkWrites = new ArrayList<>();
    private final List<Write> rollupWrites = new ArrayList<>();
    private final List<Write> calendarWrites = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();

    private Merge(WearablesDatabase database, List<IncomingBatch> batches, Map<String, SyncOutcome> outcomes) {
        this.database = database;
        this.batches = batches;
        this.outcomes = outcomes;
    }

    /** A day whose figures are no longer what they were. */
    record Revision(RollupKey day, long revision) {}

    static Merge of(WearablesDatabase database, List<IncomingBatch> batches, Map<String, SyncOutcome> outcomes) {
        Merge merge = new Merge(database, batches, outcomes);
        merge.calendars(merge.rollups(merge.chunks()));
        return merge;
    }

    /** Chunks first: a rollup or calendar that is missing is made again from them when their records are read again. */
    void write() {
        database.chunks().write(chunkWrites);
        database.rollups().write(rollupWrites);
        database.calendars().write(calendarWrites);
    }

    List<Revision> revisions() {
        return revisions;
    }

    private record Piece(int batch, ChunkKey key, HourChunk samples) {}

    private Map<ChunkKey, HourChunk> chunks() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            int batch = i;
            BatchPieces.forEach(batches.get(i).readings(), (key, samples) -> {
                pieces.add(new Piece(batch, key, samples));
                epochs.put(key, batches.get(batch).epoch());
            });
        }
        Map<String, Stored> stored = load(
                database.chunks(), epochs.keySet().stream().map(ChunkKey::id).toList());
        Map<ChunkKey, HourChunk> before = new HashMap<>();
        Map<ChunkKey, HourChunk> after = new HashMap<>();
        for (ChunkKey key : epochs.keySet()) {
            Stored document = stored.get(key.id());
            HourChunk chunk = document == null ? HourChunk.EMPTY : HourChunkCodec.decode(document.content());
            before.put(key, chunk);
            after.put(key, chunk);
        }
        int[] added = new int[batches.size()];
        for (Piece piece : pieces) {
            HourChunk.Merged merged = chunkIn(after, piece.key()).merge(piece.samples());
            after.put(piece.key(), merged.chunk());
            added[piece.batch()] += merged.added();
        }
        for (int i = 0; i < batches.size(); i++) {
            SyncOutcome outcome = outcomes.get(batches.get(i).readings().getSyncId());
            if (outcome != null) {
                outcome.count(batches.get(i), added[i]);
            }
        }
        for (ChunkKey key : epochs.keySet()) {
            HourChunk chunk = chunkIn(after, key);
            if (!chunk.equals(chunkIn(before, key))) {
                chunkWrites.add(new Write(epochOf(key), key.id(), HourChunkCodec.encode(chunk), stored.get(key.id())));
            }
        }
        // unchanged hours too: their rollup may be what a crash left out
        return after;
    }

    private Map<RollupKey, DayRollup> rollups(Map<ChunkKey, HourChunk> chunks) {
        Map<RollupKey, List<DayRollup.Hour>> hours = new LinkedHashMap<>();
        Map<RollupKey, Long> epochByDay = new HashMap<>();
        chunks.forEach((key, chunk) -> {
            RollupKey day = RollupKey.of(key);
            hours.computeIfAbsent(day, any -> new ArrayList<>()).add(new DayRollup.Hour(key, chunk));
            epochByDay.put(day, epochOf(key));
        });
        Map<String, Stored> stored = load(
                database.rollups(), hours.keySet().stream().map(RollupKey::id).toList());
        Map<RollupKey, DayRollup> days = new HashMap<>();
        hours.forEach((key, changed) -> {
            Stored document = stored.get(key.id());
            DayRollup before = document == null
                    ? DayRollup.empty(key.metric().aggregation())
                    : DayRollupCodec.decode(key, document.content());
            DayRollup after = before.with(changed);
            days.put(key, after);
            if (after != before) {
                long epoch = epochByDay.getOrDefault(key, 0L);
                rollupWrites.add(new Write(epoch, key.id(), DayRollupCodec.encode(key, after), document));
                if (before.revision() > 0 && after.revision() > before.revision()) {
                    revisions.add(new Revision(key, after.revision()));
                }
            }
            yearEpochs.put(
                    PatientYear.id(key.patientId(), PatientYear.yearOf(key.epochDay())),
                    epochByDay.getOrDefault(key, 0L));
        });
        return days;
    }

    private void calendars(Map<RollupKey, DayRollup> days) {
        Map<String, Stored> stored = load(database.calendars(), List.copyOf(yearEpochs.keySet()));
        Map<String, PatientYear> years = new HashMap<>();
        yearEpochs.keySet().forEach(id -> years.put(id, decode(stored.get(id))));
        Map<String, Boolean> changed = new HashMap<>();
        days.forEach((key, rollup) -> {
            String id = PatientYear.id(key.patientId(), PatientYear.yearOf(key.epochDay()));
            PatientYear year = years.get(id);
            if (year != null && year.set(key.metric(), key.epochDay(), rollup.readings())) {
                changed.put(id, true);
            }
        });
        changed.keySet().forEach(id -> {
            PatientYear year = years.get(id);
            if (year != null) {
                calendarWrites.add(new Write(yearEpochs.getOrDefault(id, 0L), id, year.encode(), stored.get(id)));
            }
        });
    }

    private static PatientYear decode(@Nullable Stored stored) {
        return stored == null ? new PatientYear() : PatientYear.decode(stored.content());
    }

    private static Map<String, Stored> load(FencedCollection collection, List<String> ids) {
        return ids.isEmpty() ? Map.of() : collection.load(ids);
    }

    private static HourChunk chunkIn(Map<ChunkKey, HourChunk> chunks, ChunkKey key) {
        return chunks.getOrDefault(key, HourChunk.EMPTY);
    }

    private long epochOf(ChunkKey key) {
        return epochs.getOrDefault(key, 0L);
    }
}
