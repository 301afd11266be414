package health.cloudcare.wearables.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncIntake;
import health.cloudcare.wearables.sync.SyncKind;

/** Takes in what the iOS app sends: one export, or many of them as one sync. */
@ApplicationScoped
class AppleHealthImport {

    private final Devices devices;
    private final SyncIntake intake;
    private final Clock clock;
    private final Duration patience;

    AppleHealthImport(
            Devices devices,
            SyncIntake intake,
            Clock clock,
            @ConfigProperty(name = "cloudcare.wearables.import.wait-for-outcome") Duration patience) {
        this.devices = devices;
        this.intake = intake;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param sync with the outcome, or still processing when that took too long
     * @param deviceTypes by device id, in the order of the exports
     */
    record Result(Sync sync, JudgedRecords judged, Map<String, AppleDeviceType> deviceTypes) {}

    /** Completes when the broker has everything and the aggregates do too, or when waiting for them takes too long. */
    Uni<Result> take(UUID patientId, SyncKind kind, List<AppleHealthExport> exports) {
        Map<String, AppleDeviceType> types = deviceTypes(exports);
        return devices(patientId, types)
                // megabytes of readings are nothing for an event loop
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> JudgedRecords.of(records(exports, found), clock).requireAnyGood())
                .chain(judged -> intake.take(new SyncIntake.Delivery(
                                patientId, kind, List.copyOf(types.keySet()), judged.readings(), judged.report()))
                        .chain(receipt -> intake.outcome(receipt.syncId(), patience))
                        .map(sync -> new Result(sync, judged, types)));
    }

    private static Map<String, AppleDeviceType> deviceTypes(List<AppleHealthExport> exports) {
        Map<String, AppleDeviceType> types = new LinkedHashMap<>();
        for (AppleHealthExport export : exports) {
            types.merge(
                    export.deviceId(),
                    AppleDeviceType.of(export.metrics()),
                    // declared from the surest to the least sure
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return types;
    }

    private Uni<Map<String, Device>> devices(UUID patientId, Map<String, AppleDeviceType> types) {
        Map<String, Device> found = new LinkedHashMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<String, AppleDeviceType> device : types.entrySet()) {
            AppleDeviceType type = device.getValue();
            all = all.chain(() -> devices.syncing(patientId, device.getKey(), type.label(), type.code()))
                    .invoke(known -> found.put(device.getKey(), known))
                    .replaceWithVoid();
        }
        return all.replaceWith(found);
    }

    private static List<RawRecord> records(List<AppleHealthExport> exports, Map<String, Device> devices) {
        List<RawRecord> records = new ArrayList<>();
        for (AppleHealthExport export : exports) {
            Device device = devices.get(export.deviceId());
            if (device != null) {
                export.metrics().forEach(metric -> records.add(AppleHealthMetric.record(metric, device)));
            }
        }
        return records;
    }
}
