package health.cloudcare.hospital.resource;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/hospitals/{hospital_id}/resources")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class HospitalResourcesResource {

    private static final ProblemType NOTHING = new ProblemType("VALIDATION_ERROR", 400, "Nothing to update");

    private final OwnHospital own;
    private final HospitalResources resources;

    HospitalResourcesResource(OwnHospital own, HospitalResources resources) {
        this.own = own;
        this.resources = resources;
    }

    record ChangedResources(boolean success, String message, ResourcesResponse data) {}

    @GET
    @Operation(summary = "What the hospital has now; the ETag is its version")
    public Uni<RestResponse<ResourcesResponse>> resources(@PathParam("hospital_id") UUID hospitalId) {
        own.require(hospitalId);
        return resources.of(hospitalId).map(hospital -> tagged(hospital, ResourcesResponse.of(hospital)));
    }

    @PUT
    @Operation(summary = "Changes the numbers that are given")
    public Uni<RestResponse<ChangedResources>> change(
            @PathParam("hospital_id") UUID hospitalId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ResourceChange change) {
        own.require(hospitalId);
        if (change.isEmpty()) {
            throw NOTHING.problem("There is nothing to update.");
        }
        return resources
                .change(hospitalId, change, ifMatch)
                .map(hospital -> tagged(
                        hospital, new ChangedResources(true, "Resources updated", ResourcesResponse.of(hospital))));
    }

    private static <T> RestResponse<T> tagged(Hospital hospital, T entity) {
        return RestResponse.ResponseBuilder.ok(entity)
                .tag(Versions.tag(hospital.version()))
                .build();
    }
}
