package health.cloudcare.wearables.pairing;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.device.DeviceResponse;

/** Pairs the caller's devices. */
@Path("/api/v1/wearables/devices")
@Authenticated
class PairingResource {

    private static final String RESOURCE = "wearables/pairings";

    private final PatientAccess access;
    private final PairedDevices paired;

    PairingResource(PatientAccess access, PairedDevices paired) {
        this.access = access;
        this.paired = paired;
    }

    record Unpaired(boolean success, String message) {}

    /**
     * Pairs a device with the caller. 400 for a code that has expired, 403 for another patient, 409 for a code that was used or a
     * device that is another patient's. Repeating it gives the device another credential.
     */
    @POST
    @Path("pair")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking // the body is read on a worker, where its size is watched
    public Uni<RestResponse<PairingResponse>> pair(@NotNull @Valid PairRequest request) {
        return access.require(request.androidUserId(), Action.WRITE, RESOURCE)
                .chain(grant -> paired.pair(grant.patientId(), request))
                .map(answer -> RestResponse.status(RestResponse.Status.CREATED, answer));
    }

    /**
     * The devices that are paired, newest first.
     *
     * @param androidUserId the patient, as the Android app names them
     */
    @GET
    @Path("paired")
    public Uni<List<DeviceResponse>> paired(
            @RestQuery("patient_id") @Nullable UUID patientId,
            @RestQuery("android_user_id") @Nullable UUID androidUserId) {
        return access.require(patientId == null ? androidUserId : patientId, Action.READ, RESOURCE)
                .chain(grant -> paired.of(grant.patientId()))
                .map(devices -> devices.stream().map(DeviceResponse::of).toList());
    }

    /**
     * Ends a pairing: the device's credential is good for nothing from then on, and it is no longer listed. What it sent stays.
     *
     * @param id of the pairing, or of the device as {@code paired} lists it
     */
    @DELETE
    @Path("unpair/{id}")
    public Uni<Unpaired> unpair(@RestPath UUID id) {
        return access.require(null, Action.WRITE, RESOURCE)
                .chain(grant -> paired.unpair(grant.patientId(), id))
                .replaceWith(new Unpaired(true, "The device is unpaired."));
    }
}
