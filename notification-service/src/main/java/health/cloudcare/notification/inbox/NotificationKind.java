package health.cloudcare.notification.inbox;

public enum NotificationKind {
    WELCOME("Welcome to CloudCare"),
    DATA_SYNCED("Your data was synced"),
    SECURITY("Security notice"),
    VERIFIED("You are verified");

    private final String title;

    NotificationKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
