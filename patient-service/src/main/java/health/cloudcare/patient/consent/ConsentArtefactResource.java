package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** A consent as a signed document, for its patient and its grantee. */
@Path("/api/v1/consents/{consent_id}/artefact")
@Authenticated
class ConsentArtefactResource {

    /** RFC 7515, 9.2.1: a JWS in compact form. */
    static final String MEDIA_TYPE = "application/jose";

    private final ConsentArtefactAccess access;
    private final ConsentArtefacts artefacts;
    private final Clock clock;

    ConsentArtefactResource(ConsentArtefactAccess access, ConsentArtefacts artefacts, Clock clock) {
        this.access = access;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    @GET
    @Produces(MEDIA_TYPE)
    public Uni<String> artefact(@PathParam("consent_id") UUID consentId) {
        return access.requireParty(consentId)
                .chain(() -> artefacts.signed(consentId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
