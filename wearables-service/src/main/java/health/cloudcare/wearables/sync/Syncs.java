package health.cloudcare.wearables.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.store.GatheredDocuments;

/** The records of the uploads. */
@ApplicationScoped
public class Syncs {

    private static final Logger LOG = Logger.getLogger(Syncs.class);

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** How often to look whether a sync is in the aggregates. */
    private record Pace(Duration first, Duration slowest) {
        /** While a client waits. */
        static final Pace SOON = new Pace(Duration.ofMillis(20), Duration.ofMillis(200));

        /** When nobody does. */
        static final Pace AT_LEISURE = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

        Pace next() {
            Duration twice = first.multipliedBy(2);
            return new Pace(twice.compareTo(slowest) > 0 ? slowest : twice, slowest);
        }
    }

    private final ReactiveMongoCollection<Document> syncs;
    private final GatheredDocuments single;
    private final Clock clock;

    Syncs(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.syncs = client.getDatabase(database).getCollection("syncs");
        this.single = new GatheredDocuments(syncs);
        this.clock = clock;
    }

    /** Helps to list a patient's uploads; without it the list is only slower. */
    void createIndex(@Observes StartupEvent event) {
        syncs.createIndex(Indexes.ascending(SyncDocument.PATIENT_ID))
                .subscribe()
                .with(name -> {}, failure -> LOG.warnf("no index on the uploads' patients: %s", failure.getMessage()));
    }

    /** Whether the id was free and now stands for this upload. */
    public Uni<Boolean> start(UUID id, UUID patientId, SyncKind kind, @Nullable String deviceId, SyncState state) {
        return single.write(new InsertOneModel<>(
                        SyncDocument.started(id, patientId, kind, deviceId, state, clock.instant())))
                .replaceWith(true)
                .onFailure(Syncs::isDuplicate)
                .recoverWithItem(false);
    }

    /** Writes down at once an upload whose body was in hand: the broker has everything. */
    Uni<Void> delivered(UUID id, UUID patientId, SyncKind kind, @Nullable String deviceId, SyncReport report) {
        Instant now = clock.instant();
        return upsert(
                id,
                Updates.combine(
                        SyncDocument.set(
                                SyncDocument.started(id, patientId, kind, deviceId, SyncState.PROCESSING, now)),
                        SyncDocument.received(0, report, now)));
    }

    /** Likewise, of one that the broker has not completely. */
    Uni<Void> undelivered(
            UUID id, UUID patientId, SyncKind kind, @Nullable String deviceId, SyncReport report, SyncFailure failure) {
        Instant now = clock.instant();
        return upsert(
                id,
                Updates.combine(
                        SyncDocument.set(SyncDocument.started(id, patientId, kind, deviceId, SyncState.FAILED, now)),
                        SyncDocument.received(0, report, now),
                        SyncDocument.failure(failure)));
    }

    public Uni<Void> progress(UUID id, long bytes, SyncReport report) {
        return update(id, SyncDocument.received(bytes, report, clock.instant()));
    }

    /** The broker has everything. */
    public Uni<Void> received(UUID id, long bytes, SyncReport report) {
        return update(
                id,
                Updates.combine(
                        SyncDocument.received(bytes, report, clock.instant()),
                        SyncDocument.state(SyncState.PROCESSING)));
    }

    public Uni<Void> failed(UUID id, long bytes, SyncReport report, SyncFailure failure) {
        return update(
                id,
                Updates.combine(
                        SyncDocument.received(bytes, report, clock.instant()),
                        SyncDocument.state(SyncState.FAILED),
                        SyncDocument.failure(failure)));
    }

    /** Null when there is none with that id. */
    public Uni<@Nullable Sync> find(UUID id) {
        return single.find(id.toString()).map(document -> document == null ? null : SyncDocument.sync(document));
    }

    /** Of a patient whose account is gone. */
    public Uni<Void> eraseOf(UUID patientId) {
        return syncs.deleteMany(Filters.eq(SyncDocument.PATIENT_ID, patientId.toString()))
                .replaceWithVoid();
    }

    /** Newest first. */
    public Uni<List<Sync>> ofPatient(UUID patientId, int limit) {
        return syncs.find(
                        Filters.eq(SyncDocument.PATIENT_ID, patientId.toString()),
                        new FindOptions()
                                .sort(Sorts.descending(SyncDocument.STARTED_AT))
                                .limit(limit))
                .map(SyncDocument::sync)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Sync::startedAt).reversed())
                        .toList());
    }

    /** The sync once its readings are in the aggregates, or as it is when the time is over. */
    public Uni<Sync> outcome(UUID id, Duration patience) {
        return look(id, clock.instant().plus(patience), Pace.SOON);
    }

    /** The same, for whom it is no matter of seconds. */
    Uni<Sync> outcomeInTheEnd(UUID id, Duration patience) {
        return pause(Pace.AT_LEISURE.first())
                .chain(() -> look(id, clock.instant().plus(patience), Pace.AT_LEISURE));
    }

    private Uni<Sync> look(UUID id, Instant until, Pace pace) {
        return find(id).onItem().ifNull().failWith(IllegalStateException::new).chain(sync -> {
            if (sync.completed() || clock.instant().isAfter(until)) {
                return Uni.createFrom().item(sync);
            }
            return pause(pace.first()).chain(() -> look(id, until, pace.next()));
        });
    }

    private static Uni<Void> pause(Duration time) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(time);
    }

    private Uni<Void> upsert(UUID id, Bson change) {
        return single.write(new UpdateOneModel<>(Filters.eq(SyncDocument.ID, id.toString()), change, UPSERT));
    }

    private Uni<Void> update(UUID id, Bson change) {
        return single.write(new UpdateOneModel<>(Filters.eq(SyncDocument.ID, id.toString()), change));
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
