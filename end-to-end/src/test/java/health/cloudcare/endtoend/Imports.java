package health.cloudcare.endtoend;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sends export files and waits for what becomes of them. */
final class Imports {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A client may ask 600 times a minute. */
    static final Duration LOOK = Duration.ofMillis(250);

    private Imports() {}

    static ImportReport completed(PatientClient patient, Path file) {
        UUID id = UUID.randomUUID();
        send(patient, id, body(file)).expect(202);
        return awaitCompleted(patient, id);
    }

    static Answer send(PatientClient patient, UUID id, BodyPublisher body) {
        return Gateway.await(patient.importExport(id, body));
    }

    /** As a phone does it: again, until it is acknowledged. */
    static UUID acknowledged(PatientClient patient, Path file) {
        return await("an upload is acknowledged")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> {
                            UUID id = UUID.randomUUID();
                            return accepted(patient, id, file) ? id : null;
                        },
                        id -> id != null);
    }

    private static boolean accepted(PatientClient patient, UUID id, Path file) {
        try {
            return send(patient, id, body(file)).status() == 202;
        } catch (UncheckedIOException cutOff) {
            return false;
        }
    }

    static ImportReport awaitCompleted(PatientClient patient, UUID id) {
        ImportReport report = await("import " + id + " has ended")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> patient.findImport(id).expect(200).as(ImportReport.class), ImportReport::ended);
        assertThat(report.state()).as(String.valueOf(report.failure())).isEqualTo("COMPLETED");
        return report;
    }

    static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
