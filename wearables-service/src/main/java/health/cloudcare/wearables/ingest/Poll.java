package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import health.cloudcare.wearables.alert.AlertWatch;
import health.cloudcare.wearables.ingest.Aggregates.Merged;
import health.cloudcare.wearables.ingest.Merge.Revision;
import health.cloudcare.wearables.ingest.Watermarks.Step;
import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** What one poll of the readings topic brought and what is to follow from it. */
final class Poll {
    private final List<IncomingBatch> batches = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<TopicPartition, Step> steps = new HashMap<>();
    private final Map<String, SyncOutcome> outcomes = new HashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<AlertWatch.News> alerts = new ArrayList<>();

    /** A record to be put aside, and why. */
    record DeadLetter(ConsumerRecord<String, byte[]> record, String cause) {}

    /** @param position how far this consumer has merged the partition */
    void take(RecordDecoder.Part part, Watermark position) {
        batches.addAll(part.sound());
        deadLetters.addAll(part.poison());
        steps.put(part.partition(), new Step(position, part.next()));
    }

    void merged(List<Merged> lanes) {
        lanes.forEach(lane -> {
            outcomes.putAll(lane.outcomes());
            revisions.addAll(lane.revisions());
            alerts.addAll(lane.alerts());
        });
    }

    List<IncomingBatch> batches() {
        return batches;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    Map<TopicPartition, Step> steps() {
        return steps;
    }

    Map<String, SyncOutcome> outcomes() {
        return outcomes;
    }

    List<AlertWatch.News> alerts() {
        return alerts;
    }

    List<Revision> revisions() {
        return revisions;
    }
}
