package health.cloudcare.servicekit.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.identity.Caller;

/** The consent, if any, that a request rests on. */
public sealed interface ConsentChoice {

    record Found(GrantedConsent consent) implements ConsentChoice {
        public Judgement open() {
            return new Judgement.Open(consent.id(), consent.scope(), consent.emergency());
        }
    }

    /** @param reason why not, of the consent that would have been used first */
    record None(String reason) implements ConsentChoice {
        public Judgement closed() {
            return new Judgement.Closed(reason);
        }
    }

    /** The same one for the same consents, in whatever order they come. */
    static ConsentChoice among(Collection<GrantedConsent> consents, Caller caller, AccessRequest request, Instant now) {
        List<GrantedConsent> own = consents.stream()
                .filter(consent -> consent.isTo(caller))
                .sorted(GrantedConsent.PREFERENCE)
                .toList();
        String reason = "no consent";
        for (GrantedConsent consent : own) {
            var objection = consent.objectionTo(request, now);
            if (objection.isEmpty()) {
                return new Found(consent);
            }
            reason = reason.equals("no consent") ? objection.get() : reason;
        }
        return new None(reason);
    }
}
