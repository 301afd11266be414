package health.cloudcare.patient.card;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;

/** For the lists of doctor-service and hospital-service, which hand on the token of whoever looks at them. */
@Path("/internal/v1/patients/cards")
@RolesAllowed({RoleNames.DOCTOR, RoleNames.HOSPITAL_ADMIN})
class CardResource {

    private final CallerIdentity identity;
    private final PatientCards cards;

    CardResource(CallerIdentity identity, PatientCards cards) {
        this.identity = identity;
        this.cards = cards;
    }

    /** In no particular order; unknown patients, and those the caller never had to do with, are left out. */
    @POST
    public Uni<List<CardResponse>> cards(@NotNull @Valid CardsRequest request) {
        return cards.known(identity.caller(), Set.copyOf(request.patientIds()))
                .chain(known -> cards.cards(known, request));
    }
}
