package health.cloudcare.auth.profile;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "hospital-service")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface HospitalProfileApi {

    record Hospital(UUID hospitalId, String hospitalCode) {}

    @PUT
    @Path("hospitals/{id}")
    Uni<ConfirmedProfile> register(@PathParam("id") UUID profileId, ProfileDraft draft);

    @DELETE
    @Path("hospitals/{id}")
    Uni<Void> cancel(@PathParam("id") UUID profileId);

    @GET
    @Path("hospital-codes/{code}")
    Uni<Hospital> withCode(@PathParam("code") String code);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return ProfileRefusal.orUnavailable(response);
    }
}
