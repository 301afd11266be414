package health.cloudcare.patient.activity;

/** The documented types, with what they are called and what they say. Texts name nobody. */
enum ActivityType {
    RECORD_SHARED("Record shared", "A document was opened to a doctor you are connected with."),
    CONSENT_REQUEST("Access requested", "Somebody asks for access to your data."),
    CONSENT_APPROVED("Access granted", "You opened data of yours."),
    CONSENT_REVOKED("Access ended", "Access to data of yours has ended."),
    DATA_SYNCED("Data synced", "New readings of your devices were added."),
    LAB_REPORT_UPLOADED("Lab report added", "A lab report was added to your record."),
    DOCUMENT_UPLOADED("Document added", "A document was added to your record."),
    EMERGENCY_ALERT("Emergency access", "A doctor opened your record in an emergency, without your consent."),
    GENERAL("Record updated", "Something about your record changed.");

    private final String title;
    private final String description;

    ActivityType(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
