package health.cloudcare.demo;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.PatientClient;

/** Uploads an export and shows how far it is, first by asking, then by the import's own stream of events. */
final class WatchedImport {

    private static final long LOOK_MILLIS = 300;
    private static final int BAR = 30;

    private final PatientClient patient;
    private final Console console;

    WatchedImport(PatientClient patient, Console console) {
        this.patient = patient;
        this.console = console;
    }

    ImportReport run(Path file) {
        long began = System.nanoTime();
        UUID importId = UUID.randomUUID();
        Answer received = watchUpload(importId, upload(importId, file)).expect(202);
        ImportReport report = received.as(ImportReport.class);
        show(report);
        if (!report.ended()) {
            try (Stream<ImportReport> changes = patient.followImport(importId)) {
                changes.forEach(this::show);
            }
            report = patient.findImport(importId).expect(200).as(ImportReport.class);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        console.inPlace("  %s: %,d records in %.1f s, %,.0f readings/s from the file to the aggregates"
                .formatted(
                        report.state().toLowerCase(Locale.ROOT), report.records(), seconds, report.merged() / seconds));
        return report;
    }

    private CompletableFuture<Answer> upload(UUID importId, Path file) {
        try {
            return patient.importExport(importId, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer watchUpload(UUID importId, CompletableFuture<Answer> upload) {
        while (true) {
            try {
                return upload.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillSending) {
                Answer progress = patient.findImport(importId);
                if (progress.status() == 200) {
                    show(progress.as(ImportReport.class));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                return Gateway.await(upload); // fails with what the caller knows
            }
        }
    }

    private void show(ImportReport report) {
        // the first readings are merged before the first count of what has come is written
        long accepted = Math.max(report.accepted(), report.merged());
        double done = report.accepted() == 0 ? 0 : (double) report.merged() / accepted;
        int full = (int) Math.round(done * BAR);
        console.passing("  %s%s  %,d records read, %,d of %,d readings merged"
                .formatted("█".repeat(full), "░".repeat(BAR - full), report.records(), report.merged(), accepted));
    }
}
