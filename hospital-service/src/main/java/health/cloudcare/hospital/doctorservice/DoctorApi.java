package health.cloudcare.hospital.doctorservice;

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
import org.jspecify.annotations.Nullable;

@RegisterRestClient(configKey = "doctor-service")
@Path("/internal/v1/doctors")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface DoctorApi {

    /** Where the caller was, not where this service is. */
    String CLIENT_ADDRESS = "X-Forwarded-For";

    record CardsRequest(List<UUID> doctorIds) {}

    @POST
    @Path("cards")
    Uni<List<DoctorCard>> cards(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            CardsRequest request);
}
