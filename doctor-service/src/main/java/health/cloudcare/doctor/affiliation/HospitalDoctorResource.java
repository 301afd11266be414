package health.cloudcare.doctor.affiliation;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Who works in a hospital, as the hospital says it. */
@Path("/api/v1/hospitals/{hospital_id}/doctors")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class HospitalDoctorResource {

    private static final String ALL = "ALL";

    private final CallerIdentity identity;
    private final HospitalStaff staff;

    HospitalDoctorResource(CallerIdentity identity, HospitalStaff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** One of the two names the doctor. */
    record InvitationRequest(
            @Nullable UUID doctorId,
            @Size(max = 50) @Nullable String medicalLicenseNo) {

        @Nullable
        String licenseNo() {
            return medicalLicenseNo == null || medicalLicenseNo.isBlank()
                    ? null
                    : medicalLicenseNo.strip().toUpperCase(Locale.ROOT);
        }
    }

    record Removed(boolean success, String message) {}

    /** @param status {@code active} without it; {@code claimed}, {@code invited} or {@code all}, in any case */
    @GET
    @Operation(summary = "The hospital's doctors by name")
    public Uni<List<StaffResponse>> list(
            @PathParam("hospital_id") UUID hospitalId, @RestQuery @Nullable String status) {
        requireSelf(hospitalId);
        return staff.of(hospitalId, standings(status));
    }

    @POST
    @Operation(summary = "Invites a doctor, or agrees that a doctor works here who says so")
    public Uni<StaffResponse> invite(
            @PathParam("hospital_id") UUID hospitalId, @NotNull @Valid InvitationRequest request) {
        requireSelf(hospitalId);
        String licenseNo = request.licenseNo();
        if ((request.doctorId() == null) == (licenseNo == null)) {
            throw invalid("doctor_id", "is needed, or a medical_license_no, and not both");
        }
        return staff.add(hospitalId, request.doctorId(), licenseNo);
    }

    @DELETE
    @Path("/{doctor_id}")
    @Operation(summary = "The doctor works here no longer, and loses the access that came with it")
    public Uni<Removed> remove(@PathParam("hospital_id") UUID hospitalId, @PathParam("doctor_id") UUID doctorId) {
        requireSelf(hospitalId);
        return staff.remove(hospitalId, doctorId).replaceWith(new Removed(true, "Doctor removed"));
    }

    private static Set<Standing> standings(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return EnumSet.of(Standing.ACTIVE);
        }
        String wanted = status.strip().toUpperCase(Locale.ROOT);
        Set<Standing> all = EnumSet.complementOf(EnumSet.of(Standing.ENDED));
        if (wanted.equals(ALL)) {
            return all;
        }
        return all.stream()
                .filter(standing -> standing.name().equals(wanted))
                .findFirst()
                .<Set<Standing>>map(EnumSet::of)
                .orElseThrow(() -> invalid("status", "must be active, claimed, invited or all"));
    }

    private void requireSelf(UUID hospitalId) {
        Caller caller = identity.caller();
        if (!caller.verified() || !hospitalId.equals(caller.hospitalId())) {
            throw ProblemType.FORBIDDEN.problem("Only a verified hospital may do this, and only for itself.");
        }
    }

    private static RuntimeException invalid(String field, String message) {
        return ProblemType.INVALID.problem(
                "The request is not valid.", List.of(new FieldError(field, message, "query")));
    }
}
