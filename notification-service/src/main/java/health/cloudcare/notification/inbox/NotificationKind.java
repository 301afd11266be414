package health.cloudcare.notification.inbox;

public enum NotificationKind {
    WELCOME("Welcome to CloudCare"),
    DATA_SYNCED("Your data was synced");

    private final String title;

    NotificationKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
