package health.cloudcare.wearables.publish;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.reading.Reading;

/**
 * The readings of one sync on their way to the topic, in batches of {@value BatchInProgress#CAPACITY}. Filled by one
 * thread at a time; acknowledgements come on others.
 */
public final class ReadingUpload {

    /** Where the room for a batch comes from, and goes back to once the broker has it. */
    interface Room {

        /** May block; throws a problem when there is none. */
        void take(int readings);

        void giveBack(int readings);
    }

    private final UUID patientId;
    private final UUID syncId;
    private final ReadingPublisher publisher;
    private final Room room;
    private final LongSupplier receivedAt;

    private BatchInProgress batch = new BatchInProgress();
    private int sequence;

    /** Batches not acknowledged yet, and one for the sender that has not finished. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    ReadingUpload(UUID patientId, UUID syncId, ReadingPublisher publisher, Room room, LongSupplier receivedAt) {
        this.patientId = patientId;
        this.syncId = syncId;
        this.publisher = publisher;
        this.room = room;
        this.receivedAt = receivedAt;
    }

    /** Blocks while too much is under way; throws a problem when the broker does not take it. */
    public void add(Reading reading) {
        batch.add(reading);
        if (batch.full()) {
            sendBatch(false);
        }
    }

    /** Sends the batch that ends the sync. Completes when the broker has acknowledged every batch of it. */
    public Uni<Void> finish() {
        sendBatch(true);
        closeOne();
        return Uni.createFrom().completionStage(done);
    }

    /** How many readings the broker has. */
    public long acknowledged() {
        return acknowledged.get();
    }

    private void sendBatch(boolean last) {
        if (failure.get() != null) {
            throw ReadingUploads.brokerUnavailable();
        }
        int readings = batch.size();
        room.take(readings);
        ReadingBatch full = batch.build(patientId, syncId, sequence++, last, receivedAt.getAsLong());
        batch = new BatchInProgress();
        open.incrementAndGet();
        publisher.send(full).subscribe().with(ignored -> accepted(readings), thrown -> refused(readings, thrown));
    }

    private void accepted(int readings) {
        acknowledged.addAndGet(readings);
        room.giveBack(readings);
        closeOne();
    }

    private void refused(int readings, Throwable thrown) {
        failure.compareAndSet(null, thrown);
        room.giveBack(readings);
        closeOne();
    }

    private void closeOne() {
        if (open.decrementAndGet() == 0) {
            if (failure.get() == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(ReadingUploads.brokerUnavailable());
            }
        }
    }
}
