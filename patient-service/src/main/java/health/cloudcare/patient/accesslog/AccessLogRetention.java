package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Removes the oldest entries of every log once they are old enough, batch by batch. Several replicas share the work. */
@ApplicationScoped
class AccessLogRetention {

    private static final Logger LOG = Logger.getLogger(AccessLogRetention.class);

    private final RetentionPeriod period;
    private final RetentionBatch batch;

    AccessLogRetention(RetentionPeriod period, RetentionBatch batch) {
        this.period = period;
        this.batch = batch;
    }

    private static final class Position {
        private UUID after = PatientRange.FIRST;
    }

    @Scheduled(
            every = "{cloudcare.access-log.retention-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeAll() {
        return removeBefore(period.cutoff())
                .invoke(removed -> {
                    if (removed > 0) {
                        LOG.infof("%d entries of access logs were old enough to go", removed);
                    }
                })
                .replaceWithVoid();
    }

    /** How many there were. */
    Uni<Long> removeBefore(Instant cutoff) {
        return Multi.createBy()
                .repeating()
                .uni(Position::new, position -> batch.remove(position.after, cutoff)
                        .invoke(outcome -> position.after = outcome.next()))
                .whilst(outcome -> !outcome.complete())
                .collect()
                .with(Collectors.summingLong(RetentionBatch.Outcome::removed));
    }
}
