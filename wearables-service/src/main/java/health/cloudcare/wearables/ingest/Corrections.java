package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.RecordNumber;
import health.cloudcare.wearables.deletion.Deletion;
import health.cloudcare.wearables.deletion.Deletions;
import health.cloudcare.wearables.deletion.RecordVersions;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/**
 * What patients took back, and which versions of records are the last, with what a poll's records add to that. Written before
 * the chunks, so that nothing taken back comes again when a crash lets records be read anew.
 */
final class Corrections {
    private static final long DAY_MILLIS = 24 * ChunkKey.HOUR_MILLIS;

    private final WearablesDatabase database;
    private final Map<String, Long> epochs = new HashMap<>();
    private final Map<String, Deletions> deletions = new HashMap<>();
    private final Map<String, RecordVersions> versions = new HashMap<>();
    private final Map<DayKey, Long> earlierVersions = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> versionWrites = new ArrayList<>();

    private Corrections(WearablesDatabase database) {
        this.database = database;
    }

    static Corrections of(WearablesDatabase database, List<IncomingBatch> batches) {
        Corrections corrections = new Corrections(database);
        batches.forEach(batch -> corrections.epochs.put(batch.readings().getPatientId(), batch.epoch()));
        corrections.takeDeletions(batches);
        corrections.takeVersions(batches);
        return corrections;
    }

    void write() {
        database.deletions().write(writes);
        database.recordVersions().write(versionWrites);
    }

    /** Whether nothing of the patient is kept. */
    boolean isErased(String patientId) {
        Deletions own = deletions.get(Deletions.id(patientId));
        return own != null && own.isErased();
    }

    /** Of samples on their way into that chunk, or in it, those that stay. */
    HourChunk kept(ChunkKey key, HourChunk chunk) {
        Deletions own = deletions.get(key.patientId());
        if (!chunk.hasRecords() && (own == null || own.isEmpty())) {
            return chunk;
        }
        return chunk.keep(i -> stays(key, chunk, i, own));
    }

    private boolean stays(ChunkKey key, HourChunk chunk, int i, @Nullable Deletions own) {
        long received = chunk.receivedAt(i);
        if (own != null && own.cover(key.metric(), chunk.source(i), key.startMillis() + chunk.start(i), received)) {
            return false;
        }
        long record = chunk.record(i);
        RecordVersions known = record == 0 ? null : versions.get(RecordVersions.id(key.patientId(), record));
        return known == null || !known.outdated(record, received);
    }

    /** Stored days that may hold earlier versions of the poll's records, with this consumer's epoch. */
    Map<DayKey, Long> earlierVersions() {
        return earlierVersions;
    }

    /** Days in which any version of a record stands or stood. */
    Set<Long> days(String patientId, String recordId) {
        long record = RecordNumber.of(patientId, recordId);
        RecordVersions known = versions.get(RecordVersions.id(patientId, record));
        return known == null ? Set.of() : known.days(record);
    }

    private void takeDeletions(List<IncomingBatch> batches) {
        Map<String, Stored> stored = database.deletions().load(epochs.keySet());
        stored.forEach((id, document) -> deletions.put(id, Deletions.decode(document.content())));
        Set<String> changed = new HashSet<>();
        for (IncomingBatch batch : batches) {
            ReadingBatch readings = batch.readings();
            String id = Deletions.id(readings.getPatientId());
            if (readings.getErased()
                    && deletions
                            .computeIfAbsent(id, any -> Deletions.decode(null))
                            .erase()) {
                changed.add(id);
            }
            for (health.cloudcare.contracts.readings.Deletion deletion : readings.getDeletionsList()) {
                Deletions own = deletions.computeIfAbsent(id, any -> Deletions.decode(null));
                if (own.add(deletion(deletion, readings.getReceivedAtMs()))) {
                    changed.add(id);
                }
            }
        }
        for (String id : changed) {
            BsonDocument content =
                    deletions.getOrDefault(id, Deletions.decode(null)).encode();
            writes.add(new Write(epochs.getOrDefault(id, 0L), id, content, stored.get(id)));
        }
    }

    static Deletion deletion(health.cloudcare.contracts.readings.Deletion wire, long at) {
        return new Deletion(
                wire.getMetric().isEmpty()
                        ? null
                        : MetricType.ofCode(wire.getMetric()).orElseThrow(),
                wire.hasSourceName() ? wire.getSourceName() : null,
                wire.hasDeviceId() ? wire.getDeviceId() : null,
                wire.getFromMs(),
                wire.getToMs(),
                at);
    }

    /**
     * A version as a record of the topic tells of it.
     *
     * @param received false where it was taken back
     */
    private record Told(String patientId, long record, boolean received, long at, long firstDay, long lastDay) {
        String id() {
            return RecordVersions.id(patientId, record);
        }
    }

    private void takeVersions(List<IncomingBatch> batches) {
        List<Told> all = new ArrayList<>();
        batches.stream()
                .map(IncomingBatch::readings)
                .filter(readings -> !isErased(readings.getPatientId()))
                .forEach(readings -> tell(readings, all::add));
        if (all.isEmpty()) {
            return;
        }
        Map<String, Stored> stored = database.recordVersions()
                .load(Set.copyOf(all.stream().map(Told::id).toList()));
        stored.forEach((id, document) -> versions.put(id, RecordVersions.decode(document.content())));
        // before anything is added, so that what came in one upload is not looked for in the store
        for (Told told : all) {
            RecordVersions known = versions.get(told.id());
            if (known != null && told.received()) {
                long epoch = epochs.getOrDefault(told.patientId(), 0L);
                known.days(told.record()).forEach(day -> earlierVersions.put(new DayKey(told.patientId(), day), epoch));
            }
        }
        Map<String, Long> changed = new LinkedHashMap<>();
        for (Told told : all) {
            RecordVersions known = versions.computeIfAbsent(told.id(), any -> RecordVersions.decode(null));
            boolean news = told.received()
                    ? known.received(told.record(), told.at(), told.firstDay(), told.lastDay())
                    : known.deleted(told.record(), told.at());
            if (news) {
                changed.put(told.id(), epochs.getOrDefault(told.patientId(), 0L));
            }
        }
        changed.forEach((id, epoch) -> versionWrites.add(new Write(
                epoch,
                id,
                versions.getOrDefault(id, RecordVersions.decode(null)).encode(),
                stored.get(id))));
    }

    private static void tell(ReadingBatch batch, Consumer<Told> all) {
        String patient = batch.getPatientId();
        long at = batch.getReceivedAtMs();
        for (Series series : batch.getSeriesList()) {
            long start = series.getBaseMs();
            for (int i = 0; i < series.getRecordIdCount(); i++) {
                start += series.getStartDeltaMs(i);
                long end = start + (series.getDurationMsCount() == 0 ? 0 : Math.max(0, series.getDurationMs(i) - 1));
                String record = series.getRecordId(i);
                if (!record.isEmpty()) {
                    all.accept(new Told(patient, RecordNumber.of(patient, record), true, at, dayOf(start), dayOf(end)));
                }
            }
        }
        batch.getDeletedRecordIdList()
                .forEach(record -> all.accept(new Told(patient, RecordNumber.of(patient, record), false, at, 0, -1)));
    }

    static long dayOf(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }
}
