package health.cloudcare.hospital.admission;

/** Why an admission never came about. */
enum ClosingReason {
    /** The patient said no, or nothing in time. */
    NOT_APPROVED,
    /** The patient took the consent back, or left the platform. */
    WITHDRAWN,
    /** The last bed went to somebody else while the patient thought it over. */
    NO_BED,
    HOSPITAL_CLOSED
}
