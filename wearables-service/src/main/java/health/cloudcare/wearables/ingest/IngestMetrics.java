package health.cloudcare.wearables.ingest;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What operators see of the ingest path. Lag is what the Kafka client tells ({@code kafka.consumer.fetch.manager.records.lag}
 * by partition). No label tells of a person.
 */
@ApplicationScoped
class IngestMetrics {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter merged;
    private final Timer freshness;

    IngestMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.merged = Counter.builder("cloudcare.wearables.records.merged")
                .description("Records of the readings topic that are in the aggregates")
                .register(registry);
        this.freshness = Timer.builder("cloudcare.wearables.freshness")
                .description("From the moment that readings were received until they are in the aggregates")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void merged(Poll poll) {
        merged.increment(poll.batches().size());
        long now = clock.millis();
        poll.batches()
                .forEach(batch -> freshness.record(
                        Duration.ofMillis(Math.max(0, now - batch.readings().getReceivedAtMs()))));
    }

    /** By cause, of which there are as many as {@link RecordCheck} has rules. */
    void putAside(Poll poll) {
        poll.deadLetters().forEach(letter -> registry.counter(
                        "cloudcare.wearables.records.dead.lettered", "cause", letter.cause())
                .increment());
    }
}
