package health.cloudcare.wearables.imports;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncKind;

/** What the iOS app calls. */
@Path(AppleHealthResource.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
class AppleHealthResource {

    static final String PATH = "/api/v1/wearables/import/apple-health";

    private static final String RESOURCE = "wearables/import";

    private final PatientAccess access;
    private final AppleHealthImport imports;

    AppleHealthResource(PatientAccess access, AppleHealthImport imports) {
        this.access = access;
        this.imports = imports;
    }

    /** Takes the samples of one export. 201 with the counts, 202 when they are not final after ten seconds. */
    @POST
    @Blocking // the body is read on a worker, where its size is watched
    @Cancellable(false) // what is begun is brought to an end, whether or not the sender waits for it
    public Uni<RestResponse<AppleHealthImportResponse>> importOne(@NotNull @Valid AppleHealthExport export) {
        return access.requireUpload(null, RESOURCE, List.of(export.deviceId()))
                .chain(grant -> imports.take(grant.patientId(), SyncKind.APPLE_HEALTH, List.of(export)))
                .map(result -> {
                    AppleDeviceType type =
                            result.deviceTypes().getOrDefault(export.deviceId(), AppleDeviceType.UNKNOWN);
                    return answer(result.sync(), AppleHealthImportResponse.of(export.deviceId(), type, result.sync()));
                });
    }

    /** Takes several exports as one sync. */
    @POST
    @Path("/batch")
    @Blocking // as above
    @Cancellable(false)
    public Uni<RestResponse<AppleHealthBatchResponse>> importBatch(
            @NotEmpty List<@NotNull @Valid AppleHealthExport> exports) {
        return access.requireUpload(
                        null,
                        RESOURCE,
                        exports.stream().map(AppleHealthExport::deviceId).toList())
                .chain(grant -> imports.take(grant.patientId(), SyncKind.APPLE_HEALTH_BATCH, exports))
                .map(result -> answer(result.sync(), AppleHealthBatchResponse.of(exports.size(), result)));
    }

    /** Lets the iOS app test its connection before it has a token; tells nothing but the format. */
    @GET
    @PermitAll
    public Map<String, Object> describe() {
        return Map.of(
                "endpoint",
                PATH,
                "method",
                "POST",
                "description",
                "Import of Apple Health samples; /batch takes a list, /export the export file itself",
                "status",
                "active",
                "accepts",
                "application/json",
                "auth_required",
                true,
                "public_url",
                PATH,
                "base_url",
                "/api/v1",
                "supported_metrics",
                Arrays.stream(MetricType.values()).map(MetricType::code).toList(),
                "format",
                Map.of(
                        "deviceId", "string",
                        "exportTimestamp", "instant",
                        "metrics", "list of {type, value, unit, startDate, endDate, sourceApp?, metadata?}"));
    }

    @HEAD
    @PermitAll
    public RestResponse<Void> probe() {
        return RestResponse.ok();
    }

    private static <T> RestResponse<T> answer(Sync sync, T body) {
        RestResponse.Status status = sync.completed() ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED;
        return RestResponse.ResponseBuilder.create(status, body)
                .location(URI.create(ImportResource.PATH + "/" + sync.id()))
                .build();
    }
}
