package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.patient.signature.RecordSigner;

import static health.cloudcare.patient.consent.ConsentProblems.translated;

/** Signs what a consent says at this moment, so that others can verify it with the key set and without asking us. */
@ApplicationScoped
class ConsentArtefacts {

    static final String TYPE = "consent-artefact+jws";

    private final Consents consents;
    private final RecordSigner signer;
    private final ObjectMapper json;
    private final String issuer;

    ConsentArtefacts(
            Consents consents,
            RecordSigner signer,
            ObjectMapper json,
            @ConfigProperty(name = "cloudcare.token.issuer") String issuer) {
        this.consents = consents;
        this.signer = signer;
        this.json = json;
        this.issuer = issuer;
    }

    /** A compact JWS; 409 when the patient never approved it. */
    @WithSession
    Uni<String> signed(UUID consentId, Instant now) {
        return translated(consents.findById(consentId)
                .onItem()
                .ifNull()
                .failWith(ConsentProblems::notFound)
                .map(consent -> ConsentArtefact.of(consent, issuer, now))
                .map(artefact -> signer.jws(TYPE, text(artefact))));
    }

    private String text(ConsentArtefact artefact) {
        try {
            return json.writeValueAsString(artefact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
