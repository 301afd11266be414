package health.cloudcare.hospital.admission;

/** In the order in which a hospital wants to know of them. */
enum AdmissionStatus {
    ADMITTED,
    /** The patient has not answered. */
    PENDING,
    DISCHARGED,
    /** It never came to it: denied, not answered in time, or withdrawn. */
    CLOSED
}
