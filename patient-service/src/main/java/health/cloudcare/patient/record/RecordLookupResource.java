package health.cloudcare.patient.record;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/patients/lookup-records")
@RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR, RoleNames.HOSPITAL_ADMIN})
class RecordLookupResource {

    private final CallerIdentity identity;
    private final RecordLookup lookup;

    RecordLookupResource(CallerIdentity identity, RecordLookup lookup) {
        this.identity = identity;
        this.lookup = lookup;
    }

    @POST
    @Operation(summary = "Records of a patient by Aadhaar number or UID, newest first")
    public Uni<List<LookupItem>> look(@NotNull @Valid LookupRequest request) {
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", errors);
        }
        Caller caller = identity.caller();
        return lookup.patientOf(request).chain(patient -> lookup.look(caller, patient, request));
    }
}
