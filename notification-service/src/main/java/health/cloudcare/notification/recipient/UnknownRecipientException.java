package health.cloudcare.notification.recipient;

import java.util.UUID;

/** A patient whose account is not known, or not known yet. */
public class UnknownRecipientException extends RuntimeException {

    UnknownRecipientException(UUID patient) {
        super("no account is known for patient " + patient);
    }
}
