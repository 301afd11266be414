package health.cloudcare.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.AlertRaised;

/** Of readings out of range the patient hears, and whoever they let see them. The texts say where to look, not what was measured. */
@ApplicationScoped
class AlertNotices {

    private final NotificationDelivery delivery;

    AlertNotices(NotificationDelivery delivery) {
        this.delivery = delivery;
    }

    Uni<Void> raised(AlertRaised event) {
        Stream<UUID> others = Stream.concat(event.doctorIds().stream(), event.hospitalIds().stream());
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .uni(
                                        tell(
                                                event.patientId(),
                                                event,
                                                "Your readings were out of range for a while. See the alerts among your wearables.")),
                        Multi.createFrom()
                                .items(others)
                                .onItem()
                                .transformToUni(
                                        profile -> tell(
                                                profile,
                                                event,
                                                "A patient's readings were out of range for a while. See the list of emergencies."))
                                .collectFailures()
                                .concatenate())
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tell(UUID profile, AlertRaised event, String message) {
        return delivery.deliver(
                profile,
                account -> new Notification(
                        idFor(profile, event.eventId()),
                        account,
                        NotificationKind.HEALTH_ALERT,
                        message,
                        event.occurredAt(),
                        event.alertId()));
    }

    /** The same each time, and another for each recipient. */
    private static UUID idFor(UUID profile, UUID event) {
        return UUID.nameUUIDFromBytes((event + " " + profile).getBytes(StandardCharsets.UTF_8));
    }
}
