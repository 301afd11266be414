package health.cloudcare.hospital.department;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.RoleNames;

@Path("/api/v1/hospitals/{hospital_id}/departments")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class DepartmentResource {

    private final OwnHospital own;
    private final Departments departments;

    DepartmentResource(OwnHospital own, Departments departments) {
        this.own = own;
        this.departments = departments;
    }

    record RemovalResponse(boolean success, String message) {}

    @GET
    @Operation(summary = "The hospital's departments by name, each with who is in it now")
    public Uni<List<DepartmentResponse>> list(@PathParam("hospital_id") UUID hospitalId) {
        own.require(hospitalId);
        return departments.of(hospitalId);
    }

    @POST
    @Operation(summary = "Opens a department")
    @APIResponse(responseCode = "201")
    public Uni<RestResponse<DepartmentResponse>> open(
            @PathParam("hospital_id") UUID hospitalId, @NotNull @Valid DepartmentFields fields) {
        own.require(hospitalId);
        return departments.open(hospitalId, fields).map(opened -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, opened.department())
                .location(URI.create("/api/v1/hospitals/%s/departments/%s"
                        .formatted(hospitalId, opened.department().id())))
                .tag(Versions.tag(opened.version()))
                .build());
    }

    @PUT
    @Path("/{department_id}")
    @Operation(summary = "Changes what is named of a department")
    public Uni<RestResponse<DepartmentResponse>> change(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("department_id") UUID departmentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        own.require(hospitalId);
        return departments
                .change(hospitalId, departmentId, changes, ifMatch)
                .map(changed -> RestResponse.ResponseBuilder.ok(changed.department())
                        .tag(Versions.tag(changed.version()))
                        .build());
    }

    @DELETE
    @Path("/{department_id}")
    @Operation(summary = "Closes a department in which nobody is")
    public Uni<RemovalResponse> close(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("department_id") UUID departmentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        own.require(hospitalId);
        return departments
                .close(hospitalId, departmentId, ifMatch)
                .replaceWith(new RemovalResponse(true, "Department closed"));
    }
}
