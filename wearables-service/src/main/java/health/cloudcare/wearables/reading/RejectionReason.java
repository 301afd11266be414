package health.cloudcare.wearables.reading;

/** Why a record is not taken. */
public enum RejectionReason {
    NOT_A_NUMBER,
    UNIT_UNKNOWN,
    OUT_OF_RANGE,
    TIME_MALFORMED,
    TIME_OUT_OF_RANGE,
    ENDS_BEFORE_START,
    TOO_LONG,
    ID_TOO_LONG,
    MALFORMED
}
