package health.cloudcare.wearables.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.publish.ReadingUploads;
import health.cloudcare.wearables.reading.Reading;

/** Takes in readings that came in one JSON body: to the topic, and into the records of the sync and its devices. */
@ApplicationScoped
public class SyncIntake {

    private static final Logger LOG = Logger.getLogger(SyncIntake.class);

    /** How long a device's counter waits for the consumer; after that its readings are there but not counted for it. */
    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(5);

    private static final SyncFailure NOT_STORED =
            new SyncFailure("UNAVAILABLE", "the readings could not be stored; send them again", 0);

    private final Syncs syncs;
    private final ReadingUploads uploads;
    private final Devices devices;
    private final Clock clock;

    SyncIntake(Syncs syncs, ReadingUploads uploads, Devices devices, Clock clock) {
        this.syncs = syncs;
        this.uploads = uploads;
        this.devices = devices;
        this.clock = clock;
    }

    /** What came, judged, with the devices it came from. */
    public record Delivery(
            UUID patientId, SyncKind kind, List<String> deviceIds, List<Reading> readings, SyncReport report) {

        public Delivery {
            deviceIds = List.copyOf(deviceIds);
            readings = List.copyOf(readings);
        }
    }

    /** A sync that the broker has completely. */
    public record Receipt(UUID syncId, Instant at) {}

    /** Completes when the broker has acknowledged all readings. */
    public Uni<Receipt> take(Delivery delivery) {
        Receipt receipt = receipt();
        UUID id = receipt.syncId();
        String device = delivery.deviceIds().size() == 1 ? delivery.deviceIds().get(0) : null;
        return uploads.publish(delivery.patientId(), id, delivery.readings())
                .onFailure()
                .call(() -> syncs.undelivered(
                        id, delivery.patientId(), delivery.kind(), device, delivery.report(), NOT_STORED))
                .chain(() -> syncs.delivered(id, delivery.patientId(), delivery.kind(), device, delivery.report()))
                .chain(() -> touch(delivery.deviceIds(), receipt.at()))
                .invoke(() -> countLater(id, delivery.deviceIds()))
                .replaceWith(receipt);
    }

    /** The sync with what became of it in the aggregates, or without when that takes longer. */
    public Uni<Sync> outcome(UUID syncId, Duration patience) {
        return syncs.outcome(syncId, patience);
    }

    private Receipt receipt() {
        Instant now = clock.instant();
        return new Receipt(UuidV7.at(now), now);
    }

    private Uni<Void> touch(List<String> deviceIds, Instant at) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String deviceId : deviceIds) {
            all = all.chain(() -> devices.synced(deviceId, at));
        }
        return all;
    }

    /** Of a sync from several devices nobody knows whose readings were new, so it counts for none of them. */
    private void countLater(UUID syncId, List<String> deviceIds) {
        if (deviceIds.size() != 1) {
            return;
        }
        syncs.outcomeInTheEnd(syncId, COUNTED_WITHIN)
                .chain(sync -> devices.stored(deviceIds.get(0), sync.stored()))
                .subscribe()
                .with(
                        ignored -> {},
                        failure -> LOG.warnf("readings of sync %s are not counted for its device", syncId));
    }
}
