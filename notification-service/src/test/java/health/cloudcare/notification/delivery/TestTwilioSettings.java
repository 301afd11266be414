package health.cloudcare.notification.delivery;

import java.time.Duration;
import java.util.Optional;

import health.cloudcare.servicekit.secret.SecretValue;

record TestTwilioSettings(
        String url,
        Optional<String> accountSid,
        Optional<SecretValue> authToken,
        Optional<String> from,
        Optional<String> messagingService,
        Duration timeout,
        Duration patience)
        implements TwilioSettings {

    static TestTwilioSettings at(String url) {
        return new TestTwilioSettings(
                url,
                Optional.of("AC0001"),
                Optional.of(SecretValue.of("token")),
                Optional.of("+15005550006"),
                Optional.empty(),
                Duration.ofMillis(500),
                Duration.ofSeconds(5));
    }

    TestTwilioSettings withoutToken() {
        return new TestTwilioSettings(
                url, accountSid, Optional.empty(), Optional.empty(), messagingService, timeout, patience);
    }

    TestTwilioSettings withMessagingService(String service) {
        return new TestTwilioSettings(url, accountSid, authToken, from, Optional.of(service), timeout, patience);
    }

    TestTwilioSettings withPatience(Duration other) {
        return new TestTwilioSettings(url, accountSid, authToken, from, messagingService, timeout, other);
    }
}
