package health.cloudcare.notification.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

import health.cloudcare.servicekit.answer.SuccessAnswer;

/** Notifications on the cookie surface. */
@Path("/protected/notification")
@Authenticated
class ProtectedNotificationResource {

    private final Reading reading;
    private final Clock clock;

    ProtectedNotificationResource(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @POST
    @Path("readNotification/{notification_id}")
    @Operation(summary = "The caller has read it")
    public Uni<SuccessAnswer> read(@PathParam("notification_id") UUID notificationId) {
        return reading.read(notificationId).replaceWith(() -> SuccessAnswer.of("Read.", clock.instant(), Map.of()));
    }
}
