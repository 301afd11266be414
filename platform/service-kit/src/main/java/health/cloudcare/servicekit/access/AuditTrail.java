package health.cloudcare.servicekit.access;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.Event;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.event.EventPublisher;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.problem.ProblemType;

/** Records decisions. What cannot be recorded does not happen: without the trail the answer is 503. */
@ApplicationScoped
public class AuditTrail {

    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private final EventPublisher publisher;
    private final RequestOrigin origin;
    private final Clock clock;

    AuditTrail(EventPublisher publisher, RequestOrigin origin, Clock clock) {
        this.publisher = publisher;
        this.origin = origin;
        this.clock = clock;
    }

    /** Also for what a caller opens without {@link AccessDecision}, as no consent is needed for it. */
    public Uni<Void> accessed(Grant grant, AccessRequest request) {
        Caller caller = grant.caller();
        return record(new DataAccessed(
                clock.instant(),
                caller.accountId(),
                caller.role().name(),
                caller.profileId(),
                request.patientId(),
                request.category().name(),
                request.action().name(),
                request.resource(),
                grant.consentId(),
                grant.emergency(),
                origin.clientIp(),
                Correlation.current()));
    }

    /** Also for refusals that need no {@link AccessDecision}, as no consent could change them. */
    public Uni<Void> refused(Caller caller, AccessRequest request, String reason) {
        return record(new AccessRefused(
                clock.instant(),
                caller.accountId(),
                caller.role().name(),
                caller.profileId(),
                request.patientId(),
                request.category().name(),
                request.action().name(),
                request.resource(),
                origin.clientIp(),
                Correlation.current(),
                reason));
    }

    private Uni<Void> record(Event event) {
        return publisher.publish(event).onFailure().transform(failure -> {
            LOG.errorf(failure, "%s %s could not be recorded", event.type(), event.eventId());
            return ProblemType.UNAVAILABLE.retryAfter(
                    Duration.ofSeconds(10), "Access cannot be recorded at the moment. Try again shortly.");
        });
    }
}
