package health.cloudcare.document.objectstore;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Removes the objects that are due, on and on until the store has done it. */
@ApplicationScoped
class ObjectCleanup {

    private static final Logger LOG = Logger.getLogger(ObjectCleanup.class);
    private static final int BATCH = 100;

    private final ObjectRemovals removals;
    private final ObjectStore store;
    private final Clock clock;

    ObjectCleanup(ObjectRemovals removals, ObjectStore store, Clock clock) {
        this.removals = removals;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(
            every = "{cloudcare.documents.cleanup-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::removeBatch)
                .whilst(removed -> removed == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> removeBatch() {
        return removals.claim(clock.instant(), BATCH).call(this::removeEach).map(List::size);
    }

    private Uni<Void> removeEach(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that fails is tried again later, and keeps none of the others. */
    private Uni<Void> remove(String key) {
        return store.delete(key)
                .chain(() -> removals.done(key))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "object %s could not be removed; trying again", key))
                .onFailure()
                .recoverWithNull();
    }
}
