package health.cloudcare.patient.accesslog;

/** A record that can never be logged. */
final class PoisonRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param cause in a few words, without anything of the record's content */
    PoisonRecordException(String cause) {
        super(cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
