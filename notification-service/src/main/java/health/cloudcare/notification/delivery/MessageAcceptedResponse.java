package health.cloudcare.notification.delivery;

import java.util.UUID;

/** The provider or mail server took the message; whether it arrives is theirs to know. */
public record MessageAcceptedResponse(UUID messageId) {}
