package health.cloudcare.wearables.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.contracts.readings.Deletion;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.reading.Reading;

/** Opens the way to the topic for a sync. */
@ApplicationScoped
public class ReadingUploads {

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final ReadingPublisher publisher;
    private final ReadingsInFlight inFlight;
    private final Clock clock;
    private final Duration patience;

    ReadingUploads(
            ReadingPublisher publisher,
            ReadingsInFlight inFlight,
            Clock clock,
            @ConfigProperty(name = "cloudcare.wearables.publish.wait-for-room") Duration patience) {
        this.publisher = publisher;
        this.inFlight = inFlight;
        this.clock = clock;
        this.patience = patience;
    }

    /** For a stream of unknown length, read by a worker thread: adding waits for room, which slows the sender down. */
    public ReadingUpload stream(UUID patientId, UUID syncId) {
        return new ReadingUpload(patientId, syncId, publisher, new WaitingRoom(), clock::millis);
    }

    /**
     * For readings in hand. Refused at once with 429 when there is no room. Completes when the broker has acknowledged all,
     * and not before.
     */
    public Uni<Void> publish(UUID patientId, UUID syncId, List<Reading> readings) {
        return Uni.createFrom().deferred(() -> {
            int size = readings.size();
            if (!inFlight.tryTake(size)) {
                return Uni.createFrom()
                        .failure(ProblemType.TOO_MANY_REQUESTS.retryAfter(
                                COME_BACK, "Too many readings are being taken in. Send yours again shortly."));
            }
            // one time for all of it, so that no part of a record replaces another
            long now = clock.millis();
            ReadingUpload upload = new ReadingUpload(patientId, syncId, publisher, new RoomTaken(), () -> now);
            return Uni.createFrom()
                    .deferred(() -> {
                        readings.forEach(upload::add);
                        return upload.finish();
                    })
                    .eventually(() -> inFlight.giveBack(size));
        });
    }

    /**
     * Has readings taken back that were received until now. Completes when the broker has acknowledged that.
     *
     * @param recordIds of records that go, whenever they were
     */
    public Uni<Void> delete(UUID patientId, UUID syncId, List<Deletion> deletions, List<String> recordIds) {
        ReadingBatch batch = ReadingBatch.newBuilder()
                .setPatientId(patientId.toString())
                .setSyncId(syncId.toString())
                .setLast(true)
                .setReceivedAtMs(clock.millis())
                .addAllDeletions(deletions)
                .addAllDeletedRecordId(recordIds)
                .build();
        return publisher.send(batch).onFailure().transform(broken -> brokerUnavailable());
    }

    /** Has everything of a patient go, and kept away. Completes when the broker has acknowledged that. */
    public Uni<Void> erase(UUID patientId) {
        return publisher.send(ReadingBatch.newBuilder()
                .setPatientId(patientId.toString())
                .setSyncId(patientId.toString())
                .setLast(true)
                .setReceivedAtMs(clock.millis())
                .setErased(true)
                .build());
    }

    /** Has figures computed anew from the readings of those UTC days. Completes when the broker has acknowledged that. */
    public Uni<Void> recompute(UUID patientId, UUID syncId, List<Long> days) {
        return publisher.send(ReadingBatch.newBuilder()
                .setPatientId(patientId.toString())
                .setSyncId(syncId.toString())
                .setLast(true)
                .setReceivedAtMs(clock.millis())
                .addAllRecomputedDay(days)
                .build());
    }

    static HttpProblem brokerUnavailable() {
        return ProblemType.UNAVAILABLE.retryAfter(
                COME_BACK, "Readings cannot be stored at the moment. Send the upload again; repeating it is harmless.");
    }

    private final class WaitingRoom implements ReadingUpload.Room {

        @Override
        public void take(int readings) {
            try {
                if (!inFlight.take(readings, patience)) {
                    throw brokerUnavailable();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw brokerUnavailable();
            }
        }

        @Override
        public void giveBack(int readings) {
            inFlight.giveBack(readings);
        }
    }

    /** For readings whose room was taken all at once. */
    private static final class RoomTaken implements ReadingUpload.Room {

        @Override
        public void take(int readings) {}

        @Override
        public void giveBack(int readings) {}
    }
}
