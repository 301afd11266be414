package health.cloudcare.notification.inbox;

public enum NotificationKind {
    WELCOME("Welcome to CloudCare", Group.SYSTEM),
    DATA_SYNCED("Your data was synced", Group.PATIENT_UPDATE),
    SECURITY("Security notice", Group.SYSTEM),
    VERIFIED("You are verified", Group.SYSTEM),
    EMERGENCY("Emergency access", Group.EMERGENCY),
    HEALTH_ALERT("Readings out of range", Group.EMERGENCY),
    CONSENT_REQUESTED("Somebody asks for access", Group.PATIENT_UPDATE),
    CONSENT_GRANTED("Access granted", Group.PATIENT_UPDATE),
    CONSENT_DENIED("Access not granted", Group.PATIENT_UPDATE),
    CONSENT_REVOKED("Access ended", Group.PATIENT_UPDATE),
    CONNECTION_REQUESTED("A patient asks for a connection", Group.PATIENT_UPDATE),
    CONNECTION_ACCEPTED("You are connected", Group.PATIENT_UPDATE),
    CONNECTION_REJECTED("Not connected", Group.PATIENT_UPDATE),
    CONNECTION_REMOVED("Connection ended", Group.PATIENT_UPDATE),
    DOCUMENT_SHARED("A document was shared with you", Group.PATIENT_UPDATE),
    DOCUMENT_SHARE_REVOKED("A document is no longer shared", Group.PATIENT_UPDATE),
    AFFILIATION("Where doctors work", Group.SYSTEM),
    ADMITTED("Admitted", Group.PATIENT_UPDATE),
    DISCHARGED("Discharged", Group.PATIENT_UPDATE),
    PATIENT_ASSIGNED("A patient was given to you", Group.PATIENT_UPDATE);

    /** The documented types of a doctor's notifications. */
    public enum Group {
        EMERGENCY,
        APPOINTMENT,
        PATIENT_UPDATE,
        SYSTEM
    }

    private final String title;
    private final Group group;

    NotificationKind(String title, Group group) {
        this.title = title;
        this.group = group;
    }

    String title() {
        return title;
    }

    Group group() {
        return group;
    }
}
