package health.cloudcare.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.NotificationCreated;
import health.cloudcare.notification.recipient.Recipients;
import health.cloudcare.servicekit.event.EventPublisher;

/** Turns what happened into a notification for whom it concerns. Doing it again changes nothing. */
@ApplicationScoped
class NotificationDelivery {

    private final Notifications notifications;
    private final Recipients recipients;
    private final EventPublisher publisher;

    NotificationDelivery(Notifications notifications, Recipients recipients, EventPublisher publisher) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.publisher = publisher;
    }

    Uni<Void> welcome(AccountRegistered registered) {
        Notification welcome = new Notification(
                registered.eventId(),
                registered.accountId(),
                NotificationKind.WELCOME,
                "Your account is ready.",
                registered.occurredAt(),
                null);
        return remember(registered).chain(() -> deliver(welcome));
    }

    Uni<Void> dataSynced(MetricsSynced synced) {
        return deliver(
                synced.patientId(),
                account -> new Notification(
                        synced.eventId(),
                        account,
                        NotificationKind.DATA_SYNCED,
                        "%d new readings were added.".formatted(synced.readingsStored()),
                        synced.occurredAt(),
                        synced.syncId()));
    }

    Uni<Void> locked(AccountLocked locked) {
        return deliver(new Notification(
                locked.eventId(),
                locked.accountId(),
                NotificationKind.SECURITY,
                "Your account was locked for a while after too many failed sign-ins. Not you? Change your password.",
                locked.occurredAt(),
                null));
    }

    Uni<Void> verified(AccountVerified verified) {
        return deliver(new Notification(
                verified.eventId(),
                verified.accountId(),
                NotificationKind.VERIFIED,
                "Your account was verified and is fully open now.",
                verified.occurredAt(),
                null));
    }

    Uni<Void> deleted(AccountDeleted deleted) {
        UUID profile = profile(deleted.patientId(), deleted.doctorId(), deleted.hospitalId());
        Uni<Void> forgotten = profile == null ? Uni.createFrom().voidItem() : recipients.forgetAccountOf(profile);
        return forgotten.chain(() -> notifications.deleteAllOf(deleted.accountId()));
    }

    private Uni<Void> remember(AccountRegistered registered) {
        UUID profile = profile(registered.patientId(), registered.doctorId(), registered.hospitalId());
        return profile == null ? Uni.createFrom().voidItem() : recipients.remember(profile, registered.accountId());
    }

    /** An account has at most one. */
    private static @Nullable UUID profile(
            @Nullable UUID patientId, @Nullable UUID doctorId, @Nullable UUID hospitalId) {
        return patientId != null ? patientId : doctorId != null ? doctorId : hospitalId;
    }

    /**
     * To whoever reads for a patient, doctor or hospital; to nobody once that account is deleted. Fails while the account is not
     * known yet.
     */
    Uni<Void> deliver(UUID profile, Function<UUID, Notification> toAccount) {
        return recipients.accountOf(profile).chain(account -> account.map(toAccount)
                .map(this::deliver)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Told after it is committed, and told again when the first telling may have failed; the event's id is the same then. */
    private Uni<Void> deliver(Notification notification) {
        return notifications.addOnce(notification).chain(() -> publisher.publish(created(notification)));
    }

    private static NotificationCreated created(Notification notification) {
        UUID id = notification.getId();
        return new NotificationCreated(
                UUID.nameUUIDFromBytes((NotificationCreated.TYPE + id).getBytes(StandardCharsets.UTF_8)),
                notification.getCreatedAt(),
                notification.getRecipient(),
                id,
                notification.getKind().name());
    }
}
