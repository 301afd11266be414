package health.cloudcare.notification.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.notification.outbox.LocalOutbox;

/** Decides at start which provider takes text messages, and refuses to start with half of its settings. */
@ApplicationScoped
class SmsGatewayChoice {

    @Produces
    @Singleton
    SmsGateway gateway(
            @ConfigProperty(name = "cloudcare.sms.gateway") String name,
            TwilioSettings settings,
            LocalOutbox outbox,
            Vertx vertx,
            Clock clock) {
        return switch (name) {
            case "twilio" -> twilio(settings, vertx);
            case "outbox" -> outbox(outbox, clock);
            default -> throw new IllegalStateException("CLOUDCARE_SMS_GATEWAY is neither twilio nor outbox");
        };
    }

    /** Asked for here, so that what is wrong shows at start and not with the first message. */
    void onStart(@Observes StartupEvent start, SmsGateway gateway) {}

    private static SmsGateway twilio(TwilioSettings settings, Vertx vertx) {
        List<String> missing = missing(settings);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Text messages cannot be sent, these are not set: "
                    + String.join(", ", missing)
                    + ". Set them, or CLOUDCARE_MODE=local to read messages in the local outbox instead.");
        }
        return new TwilioSmsGateway(vertx, settings);
    }

    private static SmsGateway outbox(LocalOutbox outbox, Clock clock) {
        if (!outbox.isOpen()) {
            throw new IllegalStateException(
                    "CLOUDCARE_SMS_GATEWAY=outbox delivers to nobody and works with CLOUDCARE_MODE=local only.");
        }
        return new OutboxSmsGateway(outbox, clock);
    }

    private static List<String> missing(TwilioSettings settings) {
        List<String> missing = new ArrayList<>();
        if (settings.accountSid().isEmpty()) {
            missing.add("CLOUDCARE_TWILIO_ACCOUNT_SID");
        }
        if (settings.authToken().isEmpty()) {
            missing.add("CLOUDCARE_TWILIO_AUTH_TOKEN");
        }
        if (settings.from().isEmpty() && settings.messagingService().isEmpty()) {
            missing.add("CLOUDCARE_TWILIO_FROM or CLOUDCARE_TWILIO_MESSAGING_SERVICE");
        }
        return missing;
    }
}
