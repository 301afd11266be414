package health.cloudcare.auth.admin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.session.SuccessResponse;
import health.cloudcare.servicekit.identity.RoleNames;

@Path("/api/v1/auth")
public class VouchingResource {

    private final Vouching vouching;

    VouchingResource(Vouching vouching) {
        this.vouching = vouching;
    }

    @POST
    @Path("doctors/{doctor_id}/verify")
    @RolesAllowed({RoleNames.SYSTEM_ADMIN, RoleNames.HOSPITAL_ADMIN})
    public Uni<SuccessResponse> doctor(@PathParam("doctor_id") UUID doctorId) {
        return vouching.forDoctor(doctorId).replaceWith(SuccessResponse.of("The doctor is verified."));
    }

    @POST
    @Path("hospitals/{hospital_id}/verify")
    @RolesAllowed(RoleNames.SYSTEM_ADMIN)
    public Uni<SuccessResponse> hospital(@PathParam("hospital_id") UUID hospitalId) {
        return vouching.forHospital(hospitalId).replaceWith(SuccessResponse.of("The hospital is verified."));
    }
}
