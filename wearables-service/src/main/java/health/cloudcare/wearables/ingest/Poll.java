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

    /** Of parts that have no partition in common. */
    static Poll together(List<Poll> parts) {
        Poll all = new Poll();
        for (Poll part : parts) {
            all.batches.addAll(part.batches);
            all.deadLetters.addAll(part.deadLetters);
            all.steps.putAll(part.steps);
        }
        return all;
    }

    void sound(IncomingBatch batch) {
        batches.add(batch);
    }

    void poison(DeadLetter letter) {
        deadLetters.add(letter);
    }

    void step(TopicPartition partition, Step step) {
        steps.put(partition, step);
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
