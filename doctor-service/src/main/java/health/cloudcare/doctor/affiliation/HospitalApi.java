package health.cloudcare.doctor.affiliation;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Hospital-service, which knows what hospitals are called. */
@RegisterRestClient(configKey = "hospital-service")
@Path("/internal/v1/hospitals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface HospitalApi {

    record CardsRequest(List<UUID> hospitalIds) {}

    record Card(UUID hospitalId, String name, String hospitalCode) {}

    @POST
    @Path("cards")
    Uni<List<Card>> cards(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, CardsRequest request);
}
