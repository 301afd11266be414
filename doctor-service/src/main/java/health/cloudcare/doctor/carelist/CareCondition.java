package health.cloudcare.doctor.carelist;

/** Why a row of a doctor's list is as it is, in the documented words where there are some. */
enum CareCondition {
    AWAITING("Awaiting consent approval"),
    GRANTED("Access granted"),
    DENIED("Consent denied"),
    REVOKED("Access revoked"),
    EXPIRED("Consent expired"),
    REMOVED("Access removed by doctor"),
    CONNECTED("Connected; no access yet");

    private final String text;

    CareCondition(String text) {
        this.text = text;
    }

    static CareCondition of(ConsentStanding standing) {
        return switch (standing) {
            case REQUESTED -> AWAITING;
            case GRANTED -> GRANTED;
            case DENIED -> DENIED;
            case REVOKED -> REVOKED;
            case EXPIRED -> EXPIRED;
        };
    }

    String text() {
        return text;
    }
}
