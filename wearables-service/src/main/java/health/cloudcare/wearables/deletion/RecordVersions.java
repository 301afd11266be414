package health.cloudcare.wearables.deletion;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/**
 * Of a part of a patient's records, by number: when the last version was received, until when it was taken back, and the UTC
 * days in which any version stands or stood. What is older than the last version is not kept. Each figure only grows, so
 * that this is a function of the set of versions and deletions, in whatever order they came.
 */
public final class RecordVersions {
    private static final String FIELD = "v";
    private static final int PARTS = 1_024;

    private final TreeMap<Long, Version> versions = new TreeMap<>();

    private static final class Version {
        private long latest;
        private long deleted;
        private final TreeSet<Long> days = new TreeSet<>();
    }

    /** Of the document that tells of a record. */
    public static String id(String patientId, long record) {
        return patientId + '|' + Long.remainderUnsigned(record, PARTS);
    }

    /** @return whether that changed anything */
    public boolean received(long record, long at, long firstDay, long lastDay) {
        Version version = versions.computeIfAbsent(record, any -> new Version());
        boolean changed = at > version.latest;
        version.latest = Math.max(version.latest, at);
        for (long day = firstDay; day <= lastDay; day++) {
            changed |= version.days.add(day);
        }
        return changed;
    }

    /** @return whether that changed anything */
    public boolean deleted(long record, long at) {
        Version version = versions.computeIfAbsent(record, any -> new Version());
        boolean changed = at > version.deleted;
        version.deleted = Math.max(version.deleted, at);
        return changed;
    }

    /** Whether what was received then of that record is the record no more. */
    public boolean outdated(long record, long receivedAt) {
        Version version = versions.get(record);
        return version != null && (receivedAt < version.latest || receivedAt <= version.deleted);
    }

    /** Epoch days, UTC. */
    public Set<Long> days(long record) {
        Version version = versions.get(record);
        return version == null ? Set.of() : Set.copyOf(version.days);
    }

    public BsonDocument encode() {
        ColumnWriter writer = new ColumnWriter().unsigned(versions.size());
        for (Map.Entry<Long, Version> entry : versions.entrySet()) {
            Version version = entry.getValue();
            writer.number(entry.getKey())
                    .unsigned(version.latest)
                    .unsigned(version.deleted)
                    .unsigned(version.days.size());
            version.days.forEach(writer::signed);
        }
        return new BsonDocument(FIELD, new BsonBinary(writer.toBytes()));
    }

    public static RecordVersions decode(@Nullable BsonDocument document) {
        RecordVersions decoded = new RecordVersions();
        if (document != null) {
            ColumnReader reader = new ColumnReader(document.getBinary(FIELD).getData());
            for (long left = reader.unsigned(); left > 0; left--) {
                Version version = new Version();
                decoded.versions.put(reader.number(), version);
                version.latest = reader.unsigned();
                version.deleted = reader.unsigned();
                for (long days = reader.unsigned(); days > 0; days--) {
                    version.days.add(reader.signed());
                }
            }
        }
        return decoded;
    }
}
