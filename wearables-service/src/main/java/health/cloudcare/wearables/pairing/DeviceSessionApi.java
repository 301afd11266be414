package health.cloudcare.wearables.pairing;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What auth-service does for the caller, whose token and address it is given. */
@RegisterRestClient(configKey = "auth-service")
@Path("/internal/v1/device-sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface DeviceSessionApi {

    String CLIENT_ADDRESS = "X-Forwarded-For";

    record OpenRequest(String deviceId, @Nullable UUID replaces) {}

    /** @param credential what the device will show */
    record DeviceSession(String credential, UUID sessionId) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    Uni<DeviceSession> open(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            OpenRequest request);

    @DELETE
    @Path("/{session_id}")
    Uni<Void> end(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            @PathParam("session_id") UUID sessionId);
}
