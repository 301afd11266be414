package health.cloudcare.patient.aadhaar;

/** An entry of the vault that does not open: its key is not configured, or it is not what was sealed for the patient. */
final class UnreadableEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableEntryException(String message) {
        super(message);
    }

    static UnreadableEntryException noKeyOf(int version) {
        return new UnreadableEntryException("no encryption key of version " + version + " is configured");
    }

    static UnreadableEntryException notSealedLikeThis() {
        return new UnreadableEntryException("not what was sealed for this patient with this key");
    }
}
