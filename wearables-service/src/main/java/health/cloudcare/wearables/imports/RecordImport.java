package health.cloudcare.wearables.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.sync.IndexedRecord;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncIntake;
import health.cloudcare.wearables.sync.SyncKind;

/** Takes in a body of records that speak for themselves, of whatever vendor's form. */
@ApplicationScoped
class RecordImport {

    private final Devices devices;
    private final SyncIntake intake;
    private final Clock clock;
    private final Duration patience;

    RecordImport(
            Devices devices,
            SyncIntake intake,
            Clock clock,
            @ConfigProperty(name = "cloudcare.wearables.import.wait-for-outcome") Duration patience) {
        this.devices = devices;
        this.intake = intake;
        this.clock = clock;
        this.patience = patience;
    }

    /** The device that a body names, registered with it if nobody has it. */
    Uni<Device> device(UUID patientId, String deviceId, String type) {
        return devices.syncing(patientId, deviceId, null, type);
    }

    /**
     * Completes when the broker has everything and the aggregates do too, or when waiting for them takes too long.
     *
     * @param list what the body calls its list, for problems
     * @param device the one that sent, or null when the body names none
     */
    Uni<Sync> take(
            UUID patientId,
            SyncKind kind,
            String list,
            @Nullable Device device,
            Supplier<List<IndexedRecord>> records) {
        return Uni.createFrom()
                .voidItem()
                // megabytes of readings are nothing for an event loop
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(ready -> JudgedRecords.ofIndexed(records.get(), clock).requireAnyGood(list))
                .chain(judged -> intake.take(new SyncIntake.Delivery(
                        patientId,
                        kind,
                        device == null ? List.of() : List.of(device.deviceId()),
                        judged.readings(),
                        judged.report())))
                .chain(receipt -> intake.outcome(receipt.syncId(), patience));
    }
}
