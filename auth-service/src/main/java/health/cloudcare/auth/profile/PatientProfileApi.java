package health.cloudcare.auth.profile;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
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

@RegisterRestClient(configKey = "patient-service")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface PatientProfileApi {

    record SignInRequest(String aadharNumber) {

        @Override
        public String toString() {
            return "***";
        }
    }

    record SignIn(UUID accountId, UUID patientId) {}

    @PUT
    @Path("patients/{id}")
    Uni<ConfirmedProfile> register(@PathParam("id") UUID profileId, ProfileDraft draft);

    @DELETE
    @Path("patients/{id}")
    Uni<Void> cancel(@PathParam("id") UUID profileId);

    @POST
    @Path("aadhaar-sign-ins")
    Uni<SignIn> signIn(SignInRequest request);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return ProfileRefusal.orUnavailable(response);
    }
}
