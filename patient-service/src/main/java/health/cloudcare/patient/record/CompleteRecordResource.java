package health.cloudcare.patient.record;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;

@Path("/api/v1/patients/{patient_id}/complete")
@Authenticated
class CompleteRecordResource {

    private final AccessDecision access;
    private final CompleteRecords records;

    CompleteRecordResource(AccessDecision access, CompleteRecords records) {
        this.access = access;
        this.records = records;
    }

    @GET
    @Operation(summary = "The health record behind a QR code: the profile, and whatever else the caller may see")
    public Uni<CompleteRecord> complete(@PathParam("patient_id") UUID patientId) {
        return access.require(new AccessRequest(patientId, DataCategory.PROFILE, Action.READ, "patients/complete"))
                .chain(() -> records.of(patientId));
    }
}
