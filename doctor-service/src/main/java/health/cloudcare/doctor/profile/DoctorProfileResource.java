package health.cloudcare.doctor.profile;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** A doctor's profile, for the doctor alone: others find what is public of it by searching. */
@Path("/api/v1/doctors/{doctor_id}/profile")
@RolesAllowed(RoleNames.DOCTOR)
class DoctorProfileResource {

    private final CallerIdentity identity;
    private final DoctorProfiles profiles;

    DoctorProfileResource(CallerIdentity identity, DoctorProfiles profiles) {
        this.identity = identity;
        this.profiles = profiles;
    }

    @GET
    @Operation(summary = "The doctor's own profile; its ETag is its version")
    public Uni<RestResponse<DoctorProfileResponse>> profile(@PathParam("doctor_id") UUID doctorId) {
        requireSelf(doctorId);
        return profiles.of(doctorId).map(DoctorProfileResource::tagged);
    }

    @POST
    @Operation(summary = "Changes what is named, takes away what is null, and leaves the rest")
    public Uni<RestResponse<DoctorProfileResponse>> update(
            @PathParam("doctor_id") UUID doctorId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        requireSelf(doctorId);
        return profiles.update(doctorId, changes, ifMatch).map(DoctorProfileResource::tagged);
    }

    private static RestResponse<DoctorProfileResponse> tagged(DoctorProfiles.Versioned found) {
        return RestResponse.ResponseBuilder.ok(found.profile())
                .tag(Versions.tag(found.version()))
                .build();
    }

    private void requireSelf(UUID doctorId) {
        if (!doctorId.equals(identity.caller().doctorId())) {
            throw ProblemType.FORBIDDEN.problem("Doctors see no profile but their own.");
        }
    }
}
