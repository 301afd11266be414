package health.cloudcare.notification.delivery;

import java.time.Duration;

/**
 * A message that was not handed over. Carries neither the provider's words nor its exception: both like to quote the
 * address. Without a stack trace, as it is an answer and not an accident.
 */
class DeliveryException extends RuntimeException {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofHours(1);

    private final boolean undeliverable;
    private final Duration retryAfter;

    private DeliveryException(String message, boolean undeliverable, Duration retryAfter) {
        super(message, null, false, false);
        this.undeliverable = undeliverable;
        this.retryAfter = retryAfter;
    }

    /** The address is wrong, or its owner wants no messages: trying again is of no use. */
    static DeliveryException undeliverable() {
        return new DeliveryException("undeliverable", true, Duration.ZERO);
    }

    static DeliveryException unavailable() {
        return unavailable(SOON);
    }

    /** Nothing is wrong with the message. */
    static DeliveryException unavailable(Duration retryAfter) {
        return new DeliveryException("unavailable", false, retryAfter.compareTo(LATEST) < 0 ? retryAfter : LATEST);
    }

    boolean isUndeliverable() {
        return undeliverable;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
