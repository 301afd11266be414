package health.cloudcare.patient.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Document-service. */
@RegisterRestClient(configKey = "document-service")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface DocumentApi {

    record Document(UUID id, UUID patientId, String title, String description, Instant date, String recordType) {

        @Override
        public String toString() {
            return "Document " + id;
        }
    }

    record RecordRequest(UUID patientId, String facilityName) {

        @Override
        public String toString() {
            return "RecordRequest of patient " + patientId;
        }
    }

    @GET
    @Path("api/v1/documents/{patient_id}")
    Uni<List<Document>> documents(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            @PathParam("patient_id") UUID patientId,
            @QueryParam("inline") boolean inline);

    @POST
    @Path("internal/v1/documents/of-hospital")
    Uni<List<LookupItem>> ofHospital(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            HospitalLookup lookup);

    @POST
    @Path("internal/v1/record-requests")
    Uni<Void> request(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(PartCalls.CLIENT_ADDRESS) @Nullable String clientAddress,
            RecordRequest request);
}
