package health.cloudcare.hospital.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.identity.RoleNames;

/** For the lists of other services, which know hospitals by id only, and hand on the token of whoever looks at them. */
@Path("/internal/v1/hospitals/cards")
@RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR, RoleNames.HOSPITAL_ADMIN})
class HospitalCardResource {

    private static final int MOST = 500;

    private final Hospitals hospitals;

    HospitalCardResource(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    record CardsRequest(@NotNull @Size(max = MOST) List<@NotNull UUID> hospitalIds) {}

    record HospitalCard(
            UUID hospitalId, String name, String hospitalCode, String city, String state, boolean verified) {

        static HospitalCard of(Hospital hospital) {
            return new HospitalCard(
                    hospital.id(),
                    hospital.name(),
                    hospital.code(),
                    hospital.address().city(),
                    hospital.address().state(),
                    hospital.isVerified());
        }
    }

    /** In no particular order; those that are closed, and ids of none, are left out. */
    @POST
    public Uni<List<HospitalCard>> cards(@NotNull @Valid CardsRequest request) {
        return hospitals
                .openAmong(Set.copyOf(request.hospitalIds()))
                .map(found -> found.stream().map(HospitalCard::of).toList());
    }
}
