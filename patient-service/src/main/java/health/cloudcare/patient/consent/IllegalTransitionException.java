package health.cloudcare.patient.consent;

/** A step that the state machine of consents does not have. */
final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTransitionException(ConsentState from, String step) {
        super("A consent that is " + from.label() + " cannot be " + step + ".");
    }
}
