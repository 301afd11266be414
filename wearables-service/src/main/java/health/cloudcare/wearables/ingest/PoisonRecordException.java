package health.cloudcare.wearables.ingest;

/** A record that no repetition makes processable. */
final class PoisonRecordException extends RuntimeException {
    private final String reason;

    /** @param reason what is wrong, never with a value */
    PoisonRecordException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
