package health.cloudcare.doctor.affiliation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Where a doctor works, as the doctor says it. */
@Path("/api/v1/doctors/{doctor_id}")
@RolesAllowed(RoleNames.DOCTOR)
class DoctorHospitalResource {

    private static final int MOST = 50;

    private final CallerIdentity identity;
    private final DoctorHospitals hospitals;
    private final HospitalCalls calls;

    DoctorHospitalResource(CallerIdentity identity, DoctorHospitals hospitals, HospitalCalls calls) {
        this.identity = identity;
        this.hospitals = hospitals;
        this.calls = calls;
    }

    /** @param status whether the hospital says so too */
    record DoctorHospital(
            UUID id,
            UUID hospitalId,
            String hospitalName,
            String hospitalCode,
            boolean isPrimary,
            Instant joinedAt,
            Standing status) {

        static DoctorHospital of(Affiliation affiliation, HospitalApi.Card card) {
            return new DoctorHospital(
                    affiliation.id(),
                    affiliation.hospitalId(),
                    card.name(),
                    card.hospitalCode(),
                    affiliation.isPrimary(),
                    affiliation.joinedAt(),
                    affiliation.standing());
        }
    }

    /** @param primaryHospitalId one of them; the first one stays first without it */
    record HospitalsRequest(
            @NotNull @Size(max = MOST) List<@NotNull UUID> hospitalIds,
            @Nullable UUID primaryHospitalId) {}

    record Done(boolean success, String message) {}

    @GET
    @Path("/hospitals")
    @Operation(summary = "The hospitals that the doctor says to work for, oldest first")
    public Uni<List<DoctorHospital>> hospitals(
            @PathParam("doctor_id") UUID doctorId, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return named(doctorId, EnumSet.of(Standing.CLAIMED, Standing.ACTIVE), authorization);
    }

    /** What the app picks replaces what was there; ids of no hospital are left out, as documented. */
    @POST
    @Path("/hospitals")
    @Operation(summary = "The doctor works for these hospitals and for no others; each has to agree")
    public Uni<Done> replace(
            @PathParam("doctor_id") UUID doctorId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @NotNull @Valid HospitalsRequest request) {
        requireSelf(doctorId);
        Set<UUID> wanted = Set.copyOf(request.hospitalIds());
        UUID primary = request.primaryHospitalId();
        if (primary != null && !wanted.contains(primary)) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    List.of(new FieldError("primary_hospital_id", "must be one of the hospitals", "one_of")));
        }
        return calls.cards(authorization, wanted)
                .chain(there -> hospitals.replace(
                        doctorId,
                        Set.copyOf(there.keySet()),
                        primary != null && there.containsKey(primary) ? primary : null))
                .replaceWith(new Done(true, "Hospitals updated"));
    }

    @GET
    @Path("/invitations")
    @Operation(summary = "The hospitals that invite the doctor to work for them, oldest first")
    public Uni<List<DoctorHospital>> invitations(
            @PathParam("doctor_id") UUID doctorId, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return named(doctorId, EnumSet.of(Standing.INVITED), authorization);
    }

    @POST
    @Path("/invitations/{hospital_id}")
    @Operation(summary = "Accepts an invitation")
    public Uni<Done> accept(@PathParam("doctor_id") UUID doctorId, @PathParam("hospital_id") UUID hospitalId) {
        requireSelf(doctorId);
        return hospitals.accept(doctorId, hospitalId).replaceWith(new Done(true, "Invitation accepted"));
    }

    @DELETE
    @Path("/invitations/{hospital_id}")
    @Operation(summary = "Declines an invitation")
    public Uni<Done> decline(@PathParam("doctor_id") UUID doctorId, @PathParam("hospital_id") UUID hospitalId) {
        requireSelf(doctorId);
        return hospitals.decline(doctorId, hospitalId).replaceWith(new Done(true, "Invitation declined"));
    }

    private Uni<List<DoctorHospital>> named(UUID doctorId, Set<Standing> standings, String authorization) {
        requireSelf(doctorId);
        return hospitals.of(doctorId, standings).chain(found -> calls.cards(
                        authorization,
                        found.stream().map(Affiliation::hospitalId).toList())
                .map(cards -> found.stream()
                        .flatMap(one -> Stream.ofNullable(cards.get(one.hospitalId()))
                                .map(card -> DoctorHospital.of(one, card)))
                        .toList()));
    }

    private void requireSelf(UUID doctorId) {
        if (!doctorId.equals(identity.caller().doctorId())) {
            throw ProblemType.FORBIDDEN.problem("Doctors say for themselves alone where they work.");
        }
    }
}
