package health.cloudcare.patient.record;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Wearables-service, whose answers are handed on. */
@RegisterRestClient(configKey = "wearables-service")
@Path("/api/v1/wearables")
@Produces(MediaType.APPLICATION_JSON)
interface WearablesApi {

    @GET
    @Path("summary/today")
    Uni<JsonNode> today(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            @QueryParam("patient_id") UUID patientId);

    @GET
    @Path("devices")
    Uni<JsonNode> devices(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            @QueryParam("patient_id") UUID patientId);
}
