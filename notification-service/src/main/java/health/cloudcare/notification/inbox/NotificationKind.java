package health.cloudcare.notification.inbox;

public enum NotificationKind {
    WELCOME("Welcome to CloudCare"),
    DATA_SYNCED("Your data was synced"),
    SECURITY("Security notice"),
    VERIFIED("You are verified"),
    EMERGENCY("Emergency access"),
    CONSENT_REQUESTED("Somebody asks for access"),
    CONSENT_GRANTED("Access granted"),
    CONSENT_DENIED("Access not granted"),
    CONSENT_REVOKED("Access ended");

    private final String title;

    NotificationKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
