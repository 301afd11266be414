package health.cloudcare.wearables.reading;

/** Ends the judgement of a record. Without a stack trace: a bad upload may cause millions of them. */
final class Refusal extends Exception {

    private final RejectionReason reason;
    private final String text;

    Refusal(RejectionReason reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
        this.text = text;
    }

    RejectionReason reason() {
        return reason;
    }

    String text() {
        return text;
    }
}
