package health.cloudcare.hospital.profile;

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
import health.cloudcare.servicekit.identity.RoleNames;

/** A hospital's profile, for itself alone: others find what is public of it by searching. */
@Path("/api/v1/hospitals/{hospital_id}/profile")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class HospitalProfileResource {

    private final OwnHospital own;
    private final HospitalProfiles profiles;

    HospitalProfileResource(OwnHospital own, HospitalProfiles profiles) {
        this.own = own;
        this.profiles = profiles;
    }

    @GET
    @Operation(summary = "The hospital's own profile; its ETag is its version")
    public Uni<RestResponse<HospitalProfileResponse>> profile(@PathParam("hospital_id") UUID hospitalId) {
        own.requireOwner(hospitalId);
        return profiles.of(hospitalId).map(HospitalProfileResource::tagged);
    }

    @POST
    @Operation(summary = "Changes what is named, takes away what is null, and leaves the rest")
    public Uni<RestResponse<HospitalProfileResponse>> update(
            @PathParam("hospital_id") UUID hospitalId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        own.requireOwner(hospitalId);
        return profiles.update(hospitalId, changes, ifMatch).map(HospitalProfileResource::tagged);
    }

    private static RestResponse<HospitalProfileResponse> tagged(HospitalProfiles.Versioned found) {
        return RestResponse.ResponseBuilder.ok(found.profile())
                .tag(Versions.tag(found.version()))
                .build();
    }
}
