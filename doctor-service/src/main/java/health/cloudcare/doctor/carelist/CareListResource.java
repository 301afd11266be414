package health.cloudcare.doctor.carelist;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** A doctor's own list. */
@Path("/api/v1/doctors/{doctor_id}/patients")
@RolesAllowed(RoleNames.DOCTOR)
class CareListResource {

    private final CallerIdentity identity;
    private final CareList list;

    CareListResource(CallerIdentity identity, CareList list) {
        this.identity = identity;
        this.list = list;
    }

    @GET
    @Operation(summary = "The doctor's patients, newest assignment first; of those without access the name alone")
    public Uni<List<DoctorPatientResponse>> list(@PathParam("doctor_id") UUID doctorId) {
        return list.of(requireSelf(doctorId), doctorId);
    }

    @PATCH
    @Path("/{patient_id}")
    @Operation(summary = "Notes how a patient is, when they come next, and whether it is urgent; the rest stays")
    public Uni<RestResponse<CareNote>> note(
            @PathParam("doctor_id") UUID doctorId,
            @PathParam("patient_id") UUID patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        return list.note(requireSelf(doctorId), doctorId, patientId, changes, ifMatch)
                .map(changed -> RestResponse.ResponseBuilder.ok(changed.note())
                        .tag(Versions.tag(changed.version()))
                        .build());
    }

    @DELETE
    @Path("/{patient_id}")
    @Operation(summary = "Gives up all access to a patient, who stays on the list by name")
    public Uni<RemovalResponse> remove(@PathParam("doctor_id") UUID doctorId, @PathParam("patient_id") UUID patientId) {
        requireSelf(doctorId);
        return list.remove(doctorId, patientId).replaceWith(new RemovalResponse(true, "Patient removed"));
    }

    private Caller requireSelf(UUID doctorId) {
        Caller caller = identity.caller();
        if (!doctorId.equals(caller.doctorId())) {
            throw ProblemType.FORBIDDEN.problem("Doctors see no list but their own.");
        }
        return caller;
    }
}
