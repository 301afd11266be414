package health.cloudcare.wearables.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.contracts.readings.Deletion;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.publish.ReadingUploads;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncFailure;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.SyncReport;
import health.cloudcare.wearables.sync.SyncState;
import health.cloudcare.wearables.sync.Syncs;

/** Brings a deletion to the topic that readings come from, so that it meets them in order. */
@ApplicationScoped
class DeletionIntake {
    /** No reading is older, none younger. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final SyncFailure NOT_TAKEN =
            new SyncFailure("UNAVAILABLE", "the deletion could not be taken; ask for it again", 0);

    private final Syncs syncs;
    private final ReadingUploads uploads;
    private final Clock clock;
    private final Duration patience;

    DeletionIntake(
            Syncs syncs,
            ReadingUploads uploads,
            Clock clock,
            @ConfigProperty(name = "cloudcare.wearables.import.wait-for-outcome") Duration patience) {
        this.syncs = syncs;
        this.uploads = uploads;
        this.clock = clock;
        this.patience = patience;
    }

    /** What is to go, as the topic words it. */
    record Wanted(List<Deletion> deletions, List<String> recordIds) {

        /** @throws HttpProblem 422 when nothing is named, or something that cannot be */
        static Wanted of(DeletionRequest request) {
            if (request.ranges().isEmpty() && request.recordIds().isEmpty()) {
                throw ProblemType.INVALID.problem("Name record_ids or ranges to delete.");
            }
            List<Deletion> deletions = new ArrayList<>();
            for (int i = 0; i < request.ranges().size(); i++) {
                deletions.add(deletion("ranges[" + i + "]", request.ranges().get(i)));
            }
            return new Wanted(deletions, request.recordIds());
        }

        private static Deletion deletion(String path, DeletionRequest.Range range) {
            if (range.namesNothing()) {
                throw invalid(path, "must name a metric, a source, a device or a time", "required");
            }
            Instant from = range.startDate() == null ? EARLIEST : range.startDate();
            Instant to = range.endDate() == null ? LATEST : range.endDate();
            if (to.isBefore(from) || from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
                throw invalid(path + ".end_date", "must not be before start_date, nor out of range", "range");
            }
            Deletion.Builder deletion = Deletion.newBuilder()
                    .setMetric(metric(path, range))
                    .setFromMs(from.toEpochMilli())
                    .setToMs(Math.max(to.toEpochMilli(), from.toEpochMilli() + 1));
            if (range.sourceApp() != null) {
                deletion.setSourceName(range.sourceApp());
            }
            if (range.deviceId() != null) {
                deletion.setDeviceId(range.deviceId());
            }
            return deletion.build();
        }

        private static String metric(String path, DeletionRequest.Range range) {
            if (range.metricType() == null) {
                return "";
            }
            return MetricType.ofCode(range.metricType().strip().toLowerCase(Locale.ROOT))
                    .map(MetricType::code)
                    .orElseThrow(() -> invalid(path + ".metric_type", "is not in the vocabulary", "enum"));
        }

        private static HttpProblem invalid(String field, String message, String type) {
            return ProblemType.INVALID.problem(
                    field + " " + message + ".", List.of(new FieldError(field, message, type)));
        }
    }

    /** Completes when everything has gone, or when waiting for that takes too long. */
    Uni<Sync> take(UUID patientId, Wanted wanted) {
        UUID id = UuidV7.at(clock.instant());
        return syncs.start(id, patientId, SyncKind.DELETION, null, SyncState.RECEIVING)
                .chain(() -> uploads.delete(patientId, id, wanted.deletions(), wanted.recordIds())
                        .onFailure()
                        .call(() -> syncs.failed(id, 0, SyncReport.EMPTY, NOT_TAKEN)))
                .chain(() -> syncs.received(id, 0, SyncReport.EMPTY))
                .chain(() -> syncs.outcome(id, patience));
    }
}
