package health.cloudcare.auth.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.RoleNames;

/**
 * Sessions of paired devices, for wearables-service, which passes the token of the patient on whose behalf it asks. Not
 * reachable from outside.
 */
@Path("/internal/v1/device-sessions")
@RolesAllowed(RoleNames.PATIENT)
public class DeviceSessionResource {

    private final CurrentSession current;
    private final Sessions sessions;
    private final SessionEnding ending;
    private final Revocations revocations;

    DeviceSessionResource(CurrentSession current, Sessions sessions, SessionEnding ending, Revocations revocations) {
        this.current = current;
        this.sessions = sessions;
        this.ending = ending;
        this.revocations = revocations;
    }

    /**
     * @param deviceId the id that the device goes by
     * @param replaces the session of an earlier pairing, which ends
     */
    record OpenRequest(
            @NotBlank @Size(max = 200) String deviceId,
            @Nullable UUID replaces) {}

    /** What the device will show; told once. */
    @POST
    public Uni<RestResponse<Sessions.DeviceCredential>> open(@NotNull @Valid OpenRequest request) {
        return Panache.withTransaction(() -> current.requireAccount()
                        .call(account -> request.replaces() == null
                                ? Uni.createFrom().item(false)
                                : ending.end(account.id(), request.replaces(), SessionEnd.UNPAIRED))
                        .chain(account -> sessions.openForDevice(account, request.deviceId())))
                .call(revocations::announce)
                .map(credential -> RestResponse.status(RestResponse.Status.CREATED, credential));
    }

    /** From here on the device's credential is good for nothing. Repeating it changes nothing. */
    @DELETE
    @Path("/{session_id}")
    public Uni<RestResponse<Void>> end(@RestPath("session_id") UUID sessionId) {
        return Panache.withTransaction(() -> current.requireAccount()
                        .chain(account -> ending.end(account.id(), sessionId, SessionEnd.UNPAIRED)))
                .call(revocations::announce)
                .replaceWith(RestResponse.noContent());
    }
}
