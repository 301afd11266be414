package health.cloudcare.servicekit.consent;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.Scope;

/**
 * What patient-service answers when it is asked to judge: the consent and its scope, or the reason why there is none.
 *
 * @param reason null when the request is granted
 */
public record AuthorityAnswer(
        @Nullable UUID consentId,
        @Nullable Scope scope,
        boolean emergency,
        @Nullable String reason) {

    /** @param judgement of the authority, which always knows */
    public static AuthorityAnswer of(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Open open -> new AuthorityAnswer(open.consentId(), open.scope(), open.emergency(), null);
            case Judgement.Closed closed -> new AuthorityAnswer(null, null, false, closed.reason());
            case Judgement.Unknown unknown -> new AuthorityAnswer(null, null, false, unknown.reason());
        };
    }

    Judgement judgement() {
        return consentId != null && scope != null
                ? new Judgement.Open(consentId, scope, emergency)
                : new Judgement.Closed(reason == null ? "no consent" : reason);
    }
}
