package health.cloudcare.wearables.deletion;

import java.util.ArrayList;
import java.util.List;

import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Source;

/**
 * All of a patient's deletions, as they are stored: what they cover stays away however often it is delivered. One that is
 * covered by another is left out, so that they are a function of the set of deletions.
 */
public final class Deletions {
    private static final String LIST = "d";
    private static final String ERASED = "erased";

    private final List<Deletion> all;
    private boolean erased;

    private Deletions(List<Deletion> all, boolean erased) {
        this.all = all;
        this.erased = erased;
    }

    public static String id(String patientId) {
        return patientId;
    }

    public static Deletions decode(@Nullable BsonDocument document) {
        List<Deletion> all = new ArrayList<>();
        if (document != null) {
            document.getArray(LIST).forEach(value -> all.add(deletion(value.asDocument())));
        }
        return new Deletions(all, document != null && document.containsKey(ERASED));
    }

    public boolean isEmpty() {
        return all.isEmpty() && !erased;
    }

    /**
     * From here on everything is covered, whenever it was received.
     *
     * @return whether that is new
     */
    public boolean erase() {
        boolean changed = !erased;
        erased = true;
        all.clear();
        return changed;
    }

    /** Whether nothing of the patient is kept. */
    public boolean isErased() {
        return erased;
    }

    /** @return whether it was not covered yet */
    public boolean add(Deletion deletion) {
        if (erased || all.stream().anyMatch(other -> other.covers(deletion))) {
            return false;
        }
        all.removeIf(deletion::covers);
        all.add(deletion);
        return true;
    }

    public boolean cover(MetricType metric, Source source, long startMillis, long receivedAt) {
        if (erased) {
            return true;
        }
        for (Deletion deletion : all) {
            if (deletion.covers(metric, source, startMillis, receivedAt)) {
                return true;
            }
        }
        return false;
    }

    public BsonDocument encode() {
        BsonDocument document = new BsonDocument(
                LIST, new BsonArray(all.stream().map(Deletions::document).toList()));
        return erased ? document.append(ERASED, BsonBoolean.TRUE) : document;
    }

    private static BsonDocument document(Deletion deletion) {
        BsonDocument document = new BsonDocument("from", new BsonInt64(deletion.fromMillis()))
                .append("to", new BsonInt64(deletion.toMillis()))
                .append("at", new BsonInt64(deletion.at()));
        if (deletion.metric() != null) {
            document.append("metric", new BsonString(deletion.metric().code()));
        }
        if (deletion.sourceName() != null) {
            document.append("source", new BsonString(deletion.sourceName()));
        }
        if (deletion.deviceId() != null) {
            document.append("device", new BsonString(deletion.deviceId()));
        }
        return document;
    }

    private static Deletion deletion(BsonDocument document) {
        String metric = text(document, "metric");
        return new Deletion(
                metric == null ? null : MetricType.ofCode(metric).orElseThrow(),
                text(document, "source"),
                text(document, "device"),
                document.getInt64("from").getValue(),
                document.getInt64("to").getValue(),
                document.getInt64("at").getValue());
    }

    private static @Nullable String text(BsonDocument document, String member) {
        BsonValue value = document.get(member);
        return value == null ? null : value.asString().getValue();
    }
}
