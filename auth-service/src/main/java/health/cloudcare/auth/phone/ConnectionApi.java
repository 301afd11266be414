package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Patient-service, which knows who is connected with whom, asked with the caller's own token. */
@RegisterRestClient(configKey = "patient-service")
@Path("/internal/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
interface ConnectionApi {

    record Connection(UUID connectionId, UUID peerId, String peerName, String peerType, Instant since) {

        @Override
        public String toString() {
            return "Connection " + connectionId;
        }
    }

    @GET
    Uni<List<Connection>> connections(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
