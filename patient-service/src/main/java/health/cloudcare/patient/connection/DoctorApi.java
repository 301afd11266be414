package health.cloudcare.patient.connection;

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

/** Doctor-service, which knows doctors. */
@RegisterRestClient(configKey = "doctor-service")
@Path("/internal/v1/doctors")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface DoctorApi {

    record CardsRequest(List<UUID> doctorIds) {}

    record Card(UUID doctorId, UUID accountId, String name, boolean verified) {

        @Override
        public String toString() {
            return "Card of doctor " + doctorId;
        }
    }

    @POST
    @Path("cards")
    Uni<List<Card>> cards(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, CardsRequest request);
}
