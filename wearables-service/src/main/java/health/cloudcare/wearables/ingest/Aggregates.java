package health.cloudcare.wearables.ingest;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** Brings a poll into the database, in the order that makes a crash at any point repeat work and change nothing. */
@ApplicationScoped
class Aggregates {
    private final WearablesDatabase database;
    private final SyncOutcomes syncs;
    private final Watermarks watermarks;
    private final Assignments assignments;

    Aggregates(WearablesDatabase database, SyncOutcomes syncs, Watermarks watermarks, Assignments assignments) {
        this.database = database;
        this.syncs = syncs;
        this.watermarks = watermarks;
        this.assignments = assignments;
    }

    /** Blocking. Outcomes first (they count what is new), then chunks, rollups, calendars; then completion. */
    void merge(Poll poll) {
        if (poll.batches().isEmpty()) {
            return;
        }
        Map<String, SyncOutcome> outcomes = syncs.load(poll.patientsBySync());
        Merge merge = Merge.of(database, poll.batches(), outcomes);
        syncs.write(outcomes);
        merge.write();
        syncs.complete(outcomes);
        poll.merged(outcomes, merge.revisions());
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
