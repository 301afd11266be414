package health.cloudcare.doctor.carelist;

import java.time.Instant;
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

/** What patient-service does for the caller, whose token and address it is given. */
@RegisterRestClient(configKey = "patient-service")
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface PatientServiceApi {

    String CLIENT_ADDRESS = "X-Forwarded-For";

    record CardsRequest(List<UUID> patientIds, String resource, List<UUID> fullFor) {}

    record RenunciationRequest(UUID patientId) {}

    record Renunciation(Instant renouncedAt) {}

    @POST
    @Path("patients/cards")
    Uni<List<PatientCard>> cards(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            CardsRequest request);

    @POST
    @Path("consents/renunciations")
    Uni<Renunciation> renounce(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            RenunciationRequest request);
}
