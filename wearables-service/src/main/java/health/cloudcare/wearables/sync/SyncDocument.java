package health.cloudcare.wearables.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.RejectionReason;

/**
 * The form of a sync in the database. The members after {@link #COMPLETED} belong to the topic's consumer, the others to
 * the upload; neither writes the other's, so it does not matter who comes first.
 */
final class SyncDocument {

    static final String ID = "_id";
    static final String PATIENT_ID = "patient_id";
    static final String STARTED_AT = "started_at";

    private static final String KIND = "kind";
    private static final String DEVICE_ID = "device_id";
    private static final String STATE = "state";
    private static final String UPDATED_AT = "updated_at";
    private static final String BYTES_RECEIVED = "bytes_received";
    private static final String FAILURE = "failure";
    private static final String RECORDS = "records";
    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";
    private static final String UNMAPPED = "unmapped";
    private static final String TYPES = "types";
    private static final String REJECTIONS = "rejections";

    static final String COMPLETED = "completed";
    private static final String STORED = "stored";
    private static final String REMOVED = "removed";
    private static final String DUPLICATES = "duplicates";
    private static final String OUTCOME_AT = "outcome_at";

    private SyncDocument() {}

    static Document started(
            UUID id, UUID patientId, SyncKind kind, @Nullable String deviceId, SyncState state, Instant at) {
        return new Document(ID, id.toString())
                .append(PATIENT_ID, patientId.toString())
                .append(KIND, kind.name())
                .append(DEVICE_ID, deviceId)
                .append(STATE, state.name())
                .append(STARTED_AT, Date.from(at))
                .append(UPDATED_AT, Date.from(at));
    }

    /** The members but the id, for a document that may be there already or not. */
    static Bson set(Document members) {
        List<Bson> all = new ArrayList<>();
        members.forEach((name, value) -> {
            // when it was written last comes with what the upload brought
            if (!name.equals(ID) && !name.equals(UPDATED_AT)) {
                all.add(Updates.set(name, value));
            }
        });
        return Updates.combine(all);
    }

    static Bson received(long bytes, SyncReport report, Instant at) {
        return Updates.combine(
                Updates.set(BYTES_RECEIVED, bytes),
                Updates.set(RECORDS, report.records()),
                Updates.set(ACCEPTED, report.accepted()),
                Updates.set(REJECTED, report.rejected()),
                Updates.set(UNMAPPED, report.unmapped()),
                Updates.set(
                        TYPES, report.types().stream().map(SyncDocument::type).toList()),
                Updates.set(
                        REJECTIONS,
                        report.rejections().stream()
                                .map(SyncDocument::rejection)
                                .toList()),
                Updates.set(UPDATED_AT, Date.from(at)));
    }

    static Bson state(SyncState state) {
        return Updates.set(STATE, state.name());
    }

    static Bson failure(SyncFailure failure) {
        return Updates.set(
                FAILURE,
                new Document("reason", failure.reason())
                        .append("message", failure.message())
                        .append("line", failure.line()));
    }

    /** Null when the consumer met readings of a sync that nobody recorded, as those of partners' gateways. */
    static @Nullable Sync sync(Document document) {
        String state = document.getString(STATE);
        if (state == null) {
            return null;
        }
        return new Sync(
                UUID.fromString(document.getString(ID)),
                UUID.fromString(document.getString(PATIENT_ID)),
                SyncKind.valueOf(document.getString(KIND)),
                document.getString(DEVICE_ID),
                SyncState.valueOf(state),
                document.getDate(STARTED_AT).toInstant(),
                document.getDate(UPDATED_AT).toInstant(),
                number(document, BYTES_RECEIVED),
                report(document),
                failureOf(document),
                number(document, STORED),
                duplicates(document),
                removed(document),
                document.getBoolean(COMPLETED, false),
                document.getDate(OUTCOME_AT) == null
                        ? null
                        : document.getDate(OUTCOME_AT).toInstant());
    }

    /** In the end, all that was taken and was not new, wherever the repetition was: in the store or in the sync itself. */
    private static long duplicates(Document document) {
        return document.getBoolean(COMPLETED, false)
                ? Math.max(0, number(document, ACCEPTED) - number(document, STORED))
                : number(document, DUPLICATES);
    }

    /** Counted by slices of days. */
    private static long removed(Document document) {
        Document slices = document.get(REMOVED, new Document());
        return slices.values().stream()
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
    }

    private static SyncReport report(Document document) {
        return new SyncReport(
                number(document, RECORDS),
                number(document, ACCEPTED),
                number(document, REJECTED),
                number(document, UNMAPPED),
                document.getList(TYPES, Document.class, List.of()).stream()
                        .map(SyncDocument::typeOf)
                        .toList(),
                document.getList(REJECTIONS, Document.class, List.of()).stream()
                        .map(SyncDocument::rejectionOf)
                        .toList());
    }

    private static Document type(TypeCount type) {
        return new Document("type", type.type())
                .append("metric", type.metric())
                .append(RECORDS, type.records())
                .append(ACCEPTED, type.accepted())
                .append(REJECTED, type.rejected())
                .append(UNMAPPED, type.unmapped());
    }

    private static TypeCount typeOf(Document document) {
        return new TypeCount(
                document.getString("type"),
                document.getString("metric"),
                number(document, RECORDS),
                number(document, ACCEPTED),
                number(document, REJECTED),
                number(document, UNMAPPED));
    }

    private static Document rejection(RejectedRecord rejected) {
        return new Document("position", rejected.position())
                .append("type", rejected.type())
                .append("reason", rejected.reason().name())
                .append("message", rejected.message());
    }

    private static RejectedRecord rejectionOf(Document document) {
        return new RejectedRecord(
                number(document, "position"),
                document.getString("type"),
                RejectionReason.valueOf(document.getString("reason")),
                document.getString("message"));
    }

    private static @Nullable SyncFailure failureOf(Document document) {
        Document failure = document.get(FAILURE, Document.class);
        return failure == null
                ? null
                : new SyncFailure(
                        failure.getString("reason"), failure.getString("message"), (int) number(failure, "line"));
    }

    private static long number(Document document, String member) {
        Number number = document.get(member, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
