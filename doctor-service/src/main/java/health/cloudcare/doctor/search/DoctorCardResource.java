package health.cloudcare.doctor.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.RoleNames;

/** For the lists of other services, which know doctors by id only, and hand on the token of whoever looks at them. */
@Path("/internal/v1/doctors/cards")
@RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR, RoleNames.HOSPITAL_ADMIN})
class DoctorCardResource {

    private static final int MOST = 500;

    private final DoctorSearch search;

    DoctorCardResource(DoctorSearch search) {
        this.search = search;
    }

    record CardsRequest(@NotNull @Size(max = MOST) List<@NotNull UUID> doctorIds) {}

    record DoctorCard(UUID doctorId, UUID accountId, String name, String specialization, boolean verified) {

        static DoctorCard of(FoundDoctor doctor) {
            return new DoctorCard(
                    doctor.id(),
                    doctor.accountId(),
                    doctor.name(),
                    Objects.requireNonNullElse(doctor.specialization(), ""),
                    doctor.verified());
        }
    }

    /** In no particular order; whoever is not registered is left out. */
    @POST
    public Uni<List<DoctorCard>> cards(@NotNull @Valid CardsRequest request) {
        return search.among(request.doctorIds())
                .map(found -> found.stream().map(DoctorCard::of).toList());
    }
}
