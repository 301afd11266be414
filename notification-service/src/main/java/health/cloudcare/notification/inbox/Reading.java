package health.cloudcare.notification.inbox;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

/** Notes that notifications were read, each by whom it is for. */
@ApplicationScoped
class Reading {

    private static final ProblemType UNKNOWN = new ProblemType("NOTIFICATION_NOT_FOUND", 404, "Not found");

    private final Notifications notifications;
    private final CallerIdentity identity;
    private final Clock clock;

    Reading(Notifications notifications, CallerIdentity identity, Clock clock) {
        this.notifications = notifications;
        this.identity = identity;
        this.clock = clock;
    }

    /** May be repeated. Somebody else's is one that there is not. */
    Uni<Void> read(UUID notificationId) {
        return notifications
                .read(identity.caller().accountId(), notificationId, clock.instant())
                .map(found -> {
                    if (!found) {
                        throw UNKNOWN.problem("There is no such notification.");
                    }
                    return found;
                })
                .replaceWithVoid();
    }
}
