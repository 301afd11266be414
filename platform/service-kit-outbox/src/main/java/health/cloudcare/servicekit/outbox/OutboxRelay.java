package health.cloudcare.servicekit.outbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.event.EventPublisher;

/**
 * Publishes the outbox: in order per key, at least once. A row is deleted in the transaction that locked it, after the
 * broker acknowledged the event; whatever fails in between leaves it there for the next run.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Pool pool;
    private final OutboxRows rows;
    private final EventPublisher publisher;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    OutboxRelay(Pool pool, OutboxRows rows, EventPublisher publisher) {
        this.pool = pool;
        this.rows = rows;
        this.publisher = publisher;
    }

    /** Has the outbox emptied soon; calls while that is under way are remembered. */
    void wake() {
        wanted.set(true);
        if (running.compareAndSet(false, true)) {
            relayAll();
        }
    }

    private void relayAll() {
        wanted.set(false);
        relayBatch().subscribe().with(this::onBatch, this::onFailure);
    }

    private void onBatch(Batch batch) {
        if (batch.failed() > 0) {
            LOG.warnf("the broker did not take %d events of the outbox; they wait there", batch.failed());
            running.set(false); // the next poll tries again
        } else if (batch.published() > 0) {
            relayAll();
        } else {
            rest();
        }
    }

    private void onFailure(Throwable failure) {
        LOG.warnf(failure, "the outbox cannot be read; trying again with the next poll");
        running.set(false);
    }

    /** A wake-up between the last look into the table and now must not get lost. */
    private void rest() {
        running.set(false);
        if (wanted.get()) {
            wake();
        }
    }

    private Uni<Batch> relayBatch() {
        return pool.withTransaction(transaction ->
                rows.lockNext(transaction).chain(this::publishEach).chain(outcomes -> forget(transaction, outcomes)));
    }

    /** One event per key, so all at once. */
    private Uni<List<Optional<Long>>> publishEach(List<OutboxRows.Locked> locked) {
        if (locked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join().all(locked.stream().map(this::publish).toList()).andFailFast();
    }

    private Uni<Optional<Long>> publish(OutboxRows.Locked row) {
        return publisher
                .publish(row.message())
                .map(done -> Optional.of(row.id()))
                .onFailure()
                .invoke(failure -> LOG.debugf(failure, "%s was not published", row.message()))
                .onFailure()
                .recoverWithItem(Optional.<Long>empty());
    }

    private Uni<Batch> forget(SqlConnection transaction, List<Optional<Long>> outcomes) {
        List<Long> published = outcomes.stream().flatMap(Optional::stream).toList();
        return rows.delete(transaction, published)
                .replaceWith(new Batch(published.size(), outcomes.size() - published.size()));
    }

    private record Batch(int published, int failed) {}
}
