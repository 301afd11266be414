package health.cloudcare.notification.delivery;

import io.smallrye.mutiny.Uni;

/** Hands text messages to a provider. Fails with {@link DeliveryException} and nothing else. */
interface SmsGateway {

    Uni<Void> send(Sms sms);
}
