package health.cloudcare.notification.inbox;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@Path("/api/v1/notifications")
@Authenticated
public class NotificationResource {

    private final Notifications notifications;
    private final Reading reading;
    private final CallerIdentity identity;

    NotificationResource(Notifications notifications, Reading reading, CallerIdentity identity) {
        this.notifications = notifications;
        this.reading = reading;
        this.identity = identity;
    }

    @POST
    @Path("/{notification_id}/read")
    @Operation(summary = "The caller has read it")
    public Uni<ReadResponse> read(@PathParam("notification_id") UUID notificationId) {
        return reading.read(notificationId).replaceWith(new ReadResponse(true, "Read"));
    }

    record ReadResponse(boolean success, String message) {}

    @GET
    @Operation(summary = "The caller's own notifications, newest first")
    public Uni<Page<NotificationResponse>> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        return notifications
                .newestOf(identity.caller().accountId(), PageRequest.of(page, size))
                .map(found -> found.map(NotificationResponse::of));
    }
}
