package health.cloudcare.auth.delivery;

/** notification-service did not take a message over. */
final class NotSentException extends RuntimeException {

    private static final int UNDELIVERABLE = 422;

    private final int status;

    NotSentException(int status) {
        super("notification-service answered " + status);
        this.status = status;
    }

    boolean isUndeliverable() {
        return status == UNDELIVERABLE;
    }
}
