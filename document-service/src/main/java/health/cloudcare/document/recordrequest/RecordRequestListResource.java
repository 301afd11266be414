package health.cloudcare.document.recordrequest;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** What was asked of facilities that are not on the platform. */
@Path("/api/v1/documents/{patient_id}/requests")
@Authenticated
class RecordRequestListResource {

    private final AccessDecision access;
    private final RecordRequests requests;

    RecordRequestListResource(AccessDecision access, RecordRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    @GET
    @Operation(summary = "Records of the patient that were asked of facilities elsewhere, newest first")
    public Uni<Page<RecordRequestResponse>> list(
            @PathParam("patient_id") UUID patientId,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        var asked = new AccessRequest(patientId, DataCategory.DOCUMENTS, Action.READ, RecordRequestResource.RESOURCE);
        return access.require(asked).chain(() -> requests.newestOf(patientId, PageRequest.of(page, size)));
    }
}
