package health.cloudcare.wearables.sync;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.resteasy.reactive.server.Cancellable;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.reading.RawRecord;

/** Readings straight from a device's app. */
@Path("/api/v1/wearables/sync")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
class SyncResource {

    private final PatientAccess access;
    private final Devices devices;
    private final SyncIntake intake;
    private final Clock clock;

    SyncResource(PatientAccess access, Devices devices, SyncIntake intake, Clock clock) {
        this.access = access;
        this.devices = devices;
        this.intake = intake;
        this.clock = clock;
    }

    /** Takes readings and answers once the broker has them; a bad one is reported and does not cost the good ones. */
    @POST
    @Blocking // the body is read on a worker, where its size is watched
    @Cancellable(false) // what is begun is brought to an end, whether or not the sender waits for it
    public Uni<SyncResponse> sync(@NotNull @Valid SyncRequest request) {
        if (!request.metrics().isContainerNode()) {
            throw ProblemType.INVALID.problem("metrics is neither a list nor an object.");
        }
        return access.requireUpload(request.patientId(), "wearables/sync", List.of(request.deviceId()))
                .chain(grant -> devices.syncing(grant.patientId(), request.deviceId(), null, null)
                        // megabytes of readings are nothing for an event loop
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(device -> take(grant.patientId(), request, device)));
    }

    private Uni<SyncResponse> take(UUID patientId, SyncRequest request, Device device) {
        List<RawRecord> records = request.metrics().isArray()
                ? ListedMetrics.records(request.metrics(), device)
                : NamedMetrics.records(request.metrics(), device, clock.instant());
        JudgedRecords judged = JudgedRecords.of(records, clock).requireAnyGood();
        return intake.take(new SyncIntake.Delivery(
                        patientId, SyncKind.SYNC, List.of(device.deviceId()), judged.readings(), judged.report()))
                .map(receipt -> SyncResponse.of(receipt, judged.report()));
    }
}
