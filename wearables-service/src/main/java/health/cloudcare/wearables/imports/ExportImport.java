package health.cloudcare.wearables.imports;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.imports.file.CountedInputStream;
import health.cloudcare.wearables.imports.file.ExportException;
import health.cloudcare.wearables.imports.file.HealthExportReader;
import health.cloudcare.wearables.publish.ReadingUpload;
import health.cloudcare.wearables.publish.ReadingUploads;
import health.cloudcare.wearables.reading.ReadingRules;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncFailure;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.SyncReport;
import health.cloudcare.wearables.sync.SyncState;
import health.cloudcare.wearables.sync.SyncTally;
import health.cloudcare.wearables.sync.Syncs;

/**
 * Takes in an export file as it arrives: read, judged and sent on record by record, so that the file is nowhere as a whole.
 * What is slow (the broker) slows down what is before it, up to the sender.
 */
@ApplicationScoped
class ExportImport {

    private static final Logger LOG = Logger.getLogger(ExportImport.class);

    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final Syncs syncs;
    private final ReadingUploads uploads;
    private final ExportImportConfig config;
    private final Clock clock;
    private final Semaphore running;

    /**
     * Threads of our own: those of the framework share the request's context with whoever answers meanwhile, and take it along
     * when they leave it, maybe before the answer is written.
     */
    private final ExecutorService readers;

    ExportImport(Syncs syncs, ReadingUploads uploads, ExportImportConfig config, Clock clock) {
        this.syncs = syncs;
        this.uploads = uploads;
        this.config = config;
        this.clock = clock;
        this.running = new Semaphore(config.concurrentUploads());
        this.readers = Executors.newFixedThreadPool(
                config.concurrentUploads(),
                Thread.ofPlatform().daemon().name("export-reader-", 0).factory());
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /**
     * Completes when the broker has acknowledged everything. Fails with a problem when the file is not an export to its
     * end; what stood before is kept nevertheless.
     */
    Uni<Sync> take(UUID patientId, UUID importId, InputStream body) {
        return Uni.createFrom().deferred(() -> {
            if (!running.tryAcquire()) {
                return Uni.createFrom()
                        .failure(ProblemType.UNAVAILABLE.retryAfter(
                                COME_BACK, "Too many exports are being imported. Send yours again shortly."));
            }
            return started(patientId, importId, body).eventually(() -> running.release());
        });
    }

    private Uni<Sync> started(UUID patientId, UUID importId, InputStream body) {
        return syncs.start(importId, patientId, SyncKind.APPLE_HEALTH_EXPORT, null, SyncState.RECEIVING)
                .chain(fresh -> fresh ? received(patientId, importId, body) : repeated(patientId, importId));
    }

    /** The key of an import that has all of its file already; any other use of a key is a mistake of the client's. */
    private Uni<Sync> repeated(UUID patientId, UUID importId) {
        return syncs.find(importId).onItem().transform(known -> {
            boolean done =
                    known != null && known.patientId().equals(patientId) && known.written() == SyncState.PROCESSING;
            if (!done) {
                throw ProblemType.CONFLICT.problem("This Idempotency-Key is in use. Send the upload with another.");
            }
            return known;
        });
    }

    private Uni<Sync> received(UUID patientId, UUID importId, InputStream body) {
        CountedInputStream counted = new CountedInputStream(body);
        ReadingUpload upload = uploads.stream(patientId, importId);
        ImportProgress progress = new ImportProgress(importId, counted, syncs, clock);
        ExportIntake intake = new ExportIntake(new ReadingRules(clock), upload, progress);
        return Uni.createFrom()
                .item(() -> read(counted, intake))
                .runSubscriptionOn(readers)
                .call(end -> upload.finish())
                .onFailure(HttpProblem.class)
                .call(unavailable -> broken(importId, counted, intake.tally(), upload, progress))
                .call(progress::settled)
                .chain(end -> ended(importId, counted, end));
    }

    private ExportIntake.End read(CountedInputStream body, ExportIntake intake) {
        try {
            new HealthExportReader(config.limits()).read(body, intake);
            // a sender is not answered while it sends; the rest of an archive is of no interest
            body.transferTo(java.io.OutputStream.nullOutputStream());
            return new ExportIntake.End(intake.tally(), null);
        } catch (ExportException e) {
            return new ExportIntake.End(intake.tally(), e);
        } catch (java.io.IOException e) {
            // everything of interest came before
            return new ExportIntake.End(intake.tally(), null);
        }
    }

    private Uni<Sync> ended(UUID importId, CountedInputStream body, ExportIntake.End end) {
        ExportException failure = end.failure();
        SyncReport report = end.tally().report();
        if (failure == null) {
            return syncs.received(importId, body.count(), report).chain(() -> found(importId));
        }
        LOG.infof("import %s ended early: %s at line %d", importId, failure.reason(), failure.line());
        SyncFailure told =
                new SyncFailure(failure.reason().name(), String.valueOf(failure.getMessage()), failure.line());
        return syncs.failed(importId, body.count(), report, told)
                .chain(() -> Uni.createFrom().failure(ExportProblems.of(importId, failure, report)));
    }

    private Uni<Void> broken(
            UUID importId, CountedInputStream body, SyncTally tally, ReadingUpload upload, ImportProgress progress) {
        LOG.warnf("import %s ended early: the broker took %d readings", importId, upload.acknowledged());
        SyncFailure told = new SyncFailure("UNAVAILABLE", "the readings could not be stored; send them again", 0);
        return progress.settled().chain(() -> syncs.failed(importId, body.count(), tally.report(), told));
    }

    private Uni<Sync> found(UUID importId) {
        return syncs.find(importId).onItem().ifNull().failWith(IllegalStateException::new);
    }
}
