package health.cloudcare.patient.consent;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Tells once of each consent that its time is up. Nobody relies on it to end access: who holds a copy of a consent knows
 * its end, and compares at the moment of reading.
 */
@ApplicationScoped
class ConsentExpiry {

    private final ExpiryBatch batch;

    ConsentExpiry(ExpiryBatch batch) {
        this.batch = batch;
    }

    @Scheduled(every = "{cloudcare.consent.expiry-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tellAll() {
        return Multi.createBy()
                .repeating()
                .uni(batch::tell)
                .whilst(told -> told == ExpiryBatch.SIZE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
