package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.common.TopicPartition;

import health.cloudcare.wearables.alert.AlertWatch;
import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** Brings a poll into the database, in the order that makes a crash at any point repeat work and change nothing. */
@ApplicationScoped
class Aggregates {
    private final WearablesDatabase database;
    private final SyncOutcomes syncs;
    private final Watermarks watermarks;
    private final Assignments assignments;
    private final IngestConfig config;
    private final AlertWatch alerts;

    Aggregates(
            WearablesDatabase database,
            SyncOutcomes syncs,
            Watermarks watermarks,
            Assignments assignments,
            IngestConfig config,
            AlertWatch alerts) {
        this.database = database;
        this.syncs = syncs;
        this.watermarks = watermarks;
        this.assignments = assignments;
        this.config = config;
        this.alerts = alerts;
    }

    /** What merging came to. */
    record Merged(Map<String, SyncOutcome> outcomes, List<Merge.Revision> revisions, List<AlertWatch.News> alerts) {}

    /**
     * Merges the poll in a few lanes: while one waits for the database another computes. A patient is in one lane, so lanes
     * never meet in a document; a poll may have the records of few partitions, but of many patients. Fails only after every
     * lane has ended, so that a second try meets nobody either.
     */
    Uni<Void> merge(Poll poll) {
        Map<Integer, List<IncomingBatch>> lanes = new TreeMap<>();
        for (IncomingBatch batch : poll.batches()) {
            int lane = Math.floorMod(batch.readings().getPatientId().hashCode(), config.lanes());
            lanes.computeIfAbsent(lane, any -> new ArrayList<>()).add(batch);
        }
        if (lanes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Merged>> merging = lanes.values().stream()
                .map(batches -> Uni.createFrom()
                        .item(() -> merge(batches))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .toList();
        return Uni.join().all(merging).andCollectFailures().invoke(poll::merged).replaceWithVoid();
    }

    /** Blocking. Outcomes first (they count what is new), then corrections, chunks, rollups, calendars; then completion. */
    private Merged merge(List<IncomingBatch> batches) {
        Map<String, SyncOutcome> outcomes = syncs.load(batches);
        Corrections corrections = Corrections.of(database, batches);
        // of who is erased not even what they sent is told
        batches.stream()
                .map(IncomingBatch::readings)
                .filter(readings -> corrections.isErased(readings.getPatientId()))
                .forEach(readings -> outcomes.remove(readings.getSyncId()));
        Merge merge = Merge.of(database, corrections, batches, outcomes);
        syncs.write(outcomes);
        corrections.write();
        merge.write();
        List<Merge.Revision> revisions = new ArrayList<>(merge.revisions());
        DeletionSweep sweep = new DeletionSweep(database, syncs::write, corrections);
        for (IncomingBatch batch : batches) {
            SyncOutcome outcome = outcomes.get(batch.readings().getSyncId());
            if (batch.readings().getErased()) {
                database.erase(batch.readings().getPatientId());
            } else if (outcome != null && batch.sweeps()) {
                revisions.addAll(sweep.run(batch, outcome));
                alerts.afterDeletion(batch.readings().getPatientId(), database.chunks());
            }
        }
        List<AlertWatch.News> news = alerts.look(merge.touched(), database.chunks());
        syncs.complete(outcomes);
        return new Merged(outcomes, revisions, news);
    }

    /**
     * Blocking. Last of all: from here on the poll is never read again.
     *
     * @return watermarks that were not where this consumer left them
     */
    Map<TopicPartition, Watermark> advance(Poll poll) {
        Map<TopicPartition, Watermark> elsewhere = watermarks.advance(poll.steps());
        poll.steps().forEach((partition, step) -> {
            if (!elsewhere.containsKey(partition)) {
                assignments.advanced(partition, step.to());
            }
        });
        return elsewhere;
    }
}
