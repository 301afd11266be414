package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** A doctor's own notifications in the shape that the app knows. */
@Path("/api/v1/doctors/{doctor_id}/notifications")
@RolesAllowed(RoleNames.DOCTOR)
class DoctorNotificationResource {

    private final Notifications notifications;
    private final CallerIdentity identity;

    DoctorNotificationResource(Notifications notifications, CallerIdentity identity) {
        this.notifications = notifications;
        this.identity = identity;
    }

    record DoctorNotifications(
            boolean success,
            List<DoctorNotification> notifications,
            long unreadCount,
            @Nullable String message) {}

    record DoctorNotification(
            UUID id,
            String title,
            String message,
            NotificationKind.Group type,
            boolean isRead,
            Instant timestamp,
            @Nullable UUID relatedId) {

        static DoctorNotification of(Notification notification) {
            return new DoctorNotification(
                    notification.getId(),
                    notification.getKind().title(),
                    notification.getMessage(),
                    notification.getKind().group(),
                    notification.getReadAt() != null,
                    notification.getCreatedAt(),
                    notification.getRelatedId());
        }
    }

    @GET
    @Operation(summary = "The doctor's notifications, newest first")
    public Uni<DoctorNotifications> list(
            @PathParam("doctor_id") UUID doctorId,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Caller caller = identity.caller();
        if (!doctorId.equals(caller.doctorId())) {
            throw ProblemType.FORBIDDEN.problem("Doctors see no notifications but their own.");
        }
        UUID account = caller.accountId();
        return notifications.newestOf(account, PageRequest.of(page, size)).chain(found -> notifications
                .unreadOf(account)
                .map(unread -> new DoctorNotifications(
                        true, found.items().stream().map(DoctorNotification::of).toList(), unread, null)));
    }
}
