package health.cloudcare.servicekit.access;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.Caller;

/**
 * Port: the consent by which somebody other than the patient may do what they ask, judged at this moment. A service that
 * has no view of consents refuses.
 */
public interface ConsentView {

    Uni<Optional<UUID>> consentFor(Caller caller, AccessRequest request);
}
