package health.cloudcare.wearables.device;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.wearables.access.PatientAccess;

/** A patient's devices. */
@Path("/api/v1/wearables/devices")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
class DeviceResource {

    private static final String RESOURCE = "wearables/devices";

    private final PatientAccess access;
    private final Devices devices;

    DeviceResource(PatientAccess access, Devices devices) {
        this.access = access;
        this.devices = devices;
    }

    /** The devices of the patient, newest first. */
    @GET
    public Uni<List<DeviceResponse>> list(@RestQuery("patient_id") @Nullable UUID patientId) {
        return access.require(patientId, Action.READ, RESOURCE)
                .chain(grant -> devices.ofPatient(grant.patientId()))
                .map(found -> found.stream().map(DeviceResponse::of).toList());
    }

    /** Registers a device by the id it goes by itself, which no other device of any patient may have. */
    @POST
    @Blocking // the body is read on a worker, where its size is watched
    public Uni<RestResponse<DeviceResponse>> register(@NotNull @Valid RegisterDeviceRequest request) {
        return access.require(request.patientId(), Action.WRITE, RESOURCE)
                .chain(grant -> devices.register(grant.patientId(), request.deviceId(), request.name(), request.type()))
                .map(device -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, DeviceResponse.of(device))
                        .location(URI.create("/api/v1/wearables/devices/" + device.id()))
                        .build());
    }
}
