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

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration SLOWEST_LOOK = Duration.ofMillis(200);

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
        Instant until = clock.instant().plus(patience);
        return look(id, until, FIRST_LOOK);
    }

    private Uni<Sync> look(UUID id, Instant until, Duration pause) {
        return find(id).onItem().ifNull().failWith(IllegalStateException::new).chain(sync -> {
            if (sync.completed() || clock.instant().isAfter(until)) {
                return Uni.createFrom().item(sync);
            }
            Duration next = pause.multipliedBy(2);
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .chain(() -> look(id, until, next.compareTo(SLOWEST_LOOK) > 0 ? SLOWEST_LOOK : next));
        });
    }

    private Uni<Void> update(UUID id, Bson change) {
        return single.write(new UpdateOneModel<>(Filters.eq(SyncDocument.ID, id.toString()), change));
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
