package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.event.EventPublisher;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.problem.ProblemType;

/** Puts a refusal on the audit trail. Without the trail the answer is 503, as everywhere. */
@ApplicationScoped
class RefusalPublisher {

    private static final Logger LOG = Logger.getLogger(RefusalPublisher.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final EventPublisher publisher;
    private final CurrentVertxRequest request;
    private final Clock clock;

    RefusalPublisher(EventPublisher publisher, CurrentVertxRequest request, Clock clock) {
        this.publisher = publisher;
        this.request = request;
        this.clock = clock;
    }

    Uni<Void> publish(Caller caller, AccessRequest refused, String reason) {
        AccessRefused event = new AccessRefused(
                clock.instant(),
                caller.accountId(),
                caller.role().name(),
                refused.patientId(),
                refused.category().name(),
                refused.action().name(),
                refused.resource(),
                clientIp(),
                Correlation.current(),
                reason);
        return publisher.publish(event).onFailure().transform(failure -> {
            LOG.errorf(failure, "%s %s could not be recorded", event.type(), event.eventId());
            return ProblemType.UNAVAILABLE.retryAfter(
                    RETRY_AFTER, "Access cannot be recorded at the moment. Try again shortly.");
        });
    }

    /** The client's address as the gateway forwarded it, or the peer's. */
    private @Nullable String clientIp() {
        RoutingContext exchange = request.getCurrent();
        SocketAddress address = exchange == null ? null : exchange.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
