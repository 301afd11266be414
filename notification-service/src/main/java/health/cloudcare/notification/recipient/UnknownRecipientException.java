package health.cloudcare.notification.recipient;

import java.util.UUID;

/** A profile whose account is not known, or not known yet. */
public class UnknownRecipientException extends RuntimeException {

    UnknownRecipientException(UUID profile) {
        super("no account is known for profile " + profile);
    }
}
