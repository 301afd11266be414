package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.concurrency.Versions;

@Path("/api/v1/patients/{patient_id}/profile")
@Authenticated
class ProfileResource {

    private static final String RESOURCE = "patients/profile";

    private final AccessDecision access;
    private final Profiles profiles;

    ProfileResource(AccessDecision access, Profiles profiles) {
        this.access = access;
        this.profiles = profiles;
    }

    @GET
    @Operation(summary = "A patient's profile; its ETag is its version")
    public Uni<RestResponse<ProfileResponse>> profile(@PathParam("patient_id") UUID patientId) {
        return access.require(new AccessRequest(patientId, DataCategory.PROFILE, Action.READ, RESOURCE))
                .chain(() -> profiles.of(patientId))
                .map(ProfileResource::tagged);
    }

    /** By the patient alone: no consent lets anybody write there. */
    @POST
    @Operation(summary = "Changes what is named, takes away what is null, and leaves the rest")
    public Uni<RestResponse<ProfileResponse>> update(
            @PathParam("patient_id") UUID patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        return access.require(new AccessRequest(patientId, DataCategory.PROFILE, Action.WRITE, RESOURCE))
                .chain(() -> profiles.update(patientId, changes, ifMatch))
                .map(ProfileResource::tagged);
    }

    private static RestResponse<ProfileResponse> tagged(Profiles.Versioned found) {
        return RestResponse.ResponseBuilder.ok(found.profile())
                .tag(Versions.tag(found.version()))
                .build();
    }
}
