package health.cloudcare.notification.delivery;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import health.cloudcare.servicekit.secret.SecretValue;

@ConfigMapping(prefix = "cloudcare.twilio")
interface TwilioSettings {

    String url();

    Optional<String> accountSid();

    Optional<SecretValue> authToken();

    /** A telephone number or an alphanumeric sender. */
    Optional<String> from();

    /** A messaging service that chooses the sender; goes before {@link #from()}. */
    Optional<String> messagingService();

    /** For one answer. */
    @WithDefault("3S")
    Duration timeout();

    /** For one message with all its tries. */
    @WithDefault("5S")
    Duration patience();
}
