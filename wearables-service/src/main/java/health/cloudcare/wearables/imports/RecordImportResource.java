package health.cloudcare.wearables.imports;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.imports.healthconnect.HealthConnectRecords;
import health.cloudcare.wearables.imports.openmhealth.DataPoints;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncKind;

/** Records of Android's Health Connect and data points of Open mHealth, for the caller's own record. */
@Path("/api/v1/wearables/import")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
class RecordImportResource {

    private static final String RESOURCE = "wearables/import";
    private static final String ANDROID = "android";
    private static final String HEALTH_CONNECT = "Health Connect";
    private static final String OPEN_MHEALTH = "Open mHealth";

    private final PatientAccess access;
    private final RecordImport imports;

    RecordImportResource(PatientAccess access, RecordImport imports) {
        this.access = access;
        this.imports = imports;
    }

    /** Takes the records of one upload. 201 with the counts, 202 when they are not final after ten seconds. */
    @POST
    @Path("/health-connect")
    @Blocking // the body is read on a worker, where its size is watched
    @Cancellable(false) // what is begun is brought to an end, whether or not the sender waits for it
    public Uni<RestResponse<RecordImportResponse>> healthConnect(@NotNull @Valid HealthConnectUpload upload) {
        if (!upload.records().isArray()) {
            throw ProblemType.INVALID.problem("records is not a list.");
        }
        String deviceId = upload.deviceId();
        return access.requireUpload(null, RESOURCE, deviceId == null ? List.of() : List.of(deviceId))
                .chain(grant -> deviceId == null
                        ? takeRecords(grant.patientId(), upload, null)
                        : imports.device(grant.patientId(), deviceId, ANDROID)
                                .chain(device -> takeRecords(grant.patientId(), upload, device)))
                .map(sync -> RecordImportResponse.answer(HEALTH_CONNECT + " data", sync));
    }

    private Uni<Sync> takeRecords(UUID patientId, HealthConnectUpload upload, @Nullable Device sender) {
        return imports.take(
                patientId,
                SyncKind.HEALTH_CONNECT,
                "records",
                sender,
                () -> HealthConnectRecords.read(
                        upload.records(), sender == null ? "" : sender.deviceId(), nameOf(sender)));
    }

    private static String nameOf(@Nullable Device device) {
        if (device == null) {
            return HEALTH_CONNECT;
        }
        return device.name() == null ? device.deviceId() : device.name();
    }

    /** Takes one data point, or an array of them. Answers as above. */
    @POST
    @Path("/open-mhealth")
    @Blocking // as above
    @Cancellable(false)
    public Uni<RestResponse<RecordImportResponse>> openMhealth(@NotNull JsonNode points) {
        if (!points.isContainerNode()) {
            throw ProblemType.INVALID.problem("The body is neither a data point nor a list of them.");
        }
        return access.requireUpload(null, RESOURCE, List.of())
                .chain(grant -> imports.take(
                        grant.patientId(), SyncKind.OPEN_MHEALTH, "points", null, () -> DataPoints.read(points)))
                .map(sync -> RecordImportResponse.answer(OPEN_MHEALTH + " data", sync));
    }
}
