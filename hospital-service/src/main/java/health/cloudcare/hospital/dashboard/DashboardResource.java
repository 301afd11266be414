package health.cloudcare.hospital.dashboard;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.identity.RoleNames;

@Path("/api/v1/hospitals/{hospital_id}/dashboard")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class DashboardResource {

    private final OwnHospital own;
    private final Dashboard dashboard;

    DashboardResource(OwnHospital own, Dashboard dashboard) {
        this.own = own;
        this.dashboard = dashboard;
    }

    @GET
    @Operation(summary = "The hospital as it stands now")
    public Uni<DashboardResponse> dashboard(@PathParam("hospital_id") UUID hospitalId) {
        own.require(hospitalId);
        return dashboard.of(hospitalId);
    }
}
