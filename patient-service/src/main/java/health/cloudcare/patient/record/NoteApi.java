package health.cloudcare.patient.record;

import java.util.List;

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

/** What doctor-service knows of notes. */
@RegisterRestClient(configKey = "doctor-service")
@Path("/internal/v1/notes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface NoteApi {

    @POST
    @Path("of-hospital")
    Uni<List<LookupItem>> ofHospital(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            HospitalLookup lookup);
}
