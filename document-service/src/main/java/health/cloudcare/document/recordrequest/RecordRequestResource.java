package health.cloudcare.document.recordrequest;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.ResponseStatus;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;

/** For patient-service, which hands on the token of whoever asks. */
@Path("/internal/v1/record-requests")
@Authenticated
class RecordRequestResource {

    static final String RESOURCE = "documents/record-requests";

    private final AccessDecision access;
    private final RecordRequests requests;

    RecordRequestResource(AccessDecision access, RecordRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    record Requested(UUID id, String status) {}

    @POST
    @ResponseStatus(201)
    public Uni<Requested> request(@NotNull @Valid NewRecordRequest wanted) {
        return access.require(new AccessRequest(wanted.patientId(), DataCategory.DOCUMENTS, Action.READ, RESOURCE))
                .chain(grant -> requests.request(grant, wanted))
                .map(id -> new Requested(id, "PENDING"));
    }
}
