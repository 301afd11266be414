package health.cloudcare.hospital.patientservice;

import java.util.Collection;
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

@RegisterRestClient(configKey = "patient-service")
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface PatientApi {

    /** Patients' access logs show where the caller was, not where this service is. */
    String CLIENT_ADDRESS = "X-Forwarded-For";

    /** @param fullFor those of them of whom more than the name is asked for */
    record CardsRequest(Collection<UUID> patientIds, String resource, Collection<UUID> fullFor) {}

    @POST
    @Path("consents")
    Uni<AdmissionConsent> requestAdmission(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            AdmissionWish wish);

    @POST
    @Path("patients/cards")
    Uni<List<PatientCard>> cards(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(CLIENT_ADDRESS) @Nullable String clientAddress,
            CardsRequest request);
}
