package health.cloudcare.doctor.carelist;

/** How a doctor has a patient on their list. All but the first mean full access, and say how the patient is. */
enum CareStatus {
    LOCKED,
    ACTIVE,
    STABLE,
    MONITORING,
    CRITICAL
}
