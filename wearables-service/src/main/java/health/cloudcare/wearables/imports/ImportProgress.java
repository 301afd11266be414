package health.cloudcare.wearables.imports;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.wearables.imports.file.CountedInputStream;
import health.cloudcare.wearables.sync.SyncTally;
import health.cloudcare.wearables.sync.Syncs;

/** Writes down how far an upload is, once a second and never twice at a time. */
final class ImportProgress {

    private static final Logger LOG = Logger.getLogger(ImportProgress.class);

    private static final long INTERVAL_MILLIS = 1_000;

    /** Asking the clock for each of millions of records would take longer than reading them. */
    private static final int RECORDS_PER_LOOK = 256;

    private final UUID id;
    private final CountedInputStream body;
    private final Syncs syncs;
    private final Clock clock;

    private int records;
    private long toldAt;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    ImportProgress(UUID id, CountedInputStream body, Syncs syncs, Clock clock) {
        this.id = id;
        this.body = body;
        this.syncs = syncs;
        this.clock = clock;
        this.toldAt = clock.millis();
    }

    void tell(SyncTally tally) {
        if (++records % RECORDS_PER_LOOK != 0 || !written.isDone() || clock.millis() - toldAt < INTERVAL_MILLIS) {
            return;
        }
        toldAt = clock.millis();
        written = syncs.progress(id, body.count(), tally.report())
                .onFailure()
                // the next one tells the same and more
                .invoke(failure -> LOG.debugf(failure, "progress of import %s is not written", id))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }

    /** Completes when nothing is being written any more, so that the final word is the last one. */
    Uni<Void> settled() {
        return Uni.createFrom().completionStage(written);
    }
}
