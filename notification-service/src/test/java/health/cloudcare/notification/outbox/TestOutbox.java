package health.cloudcare.notification.outbox;

import java.util.List;

/** For the tests of those who fill the outbox. */
public final class TestOutbox {

    private TestOutbox() {}

    public static LocalOutbox in(String mode) {
        return new LocalOutbox(mode);
    }

    public static List<OutboxMessage> messages(LocalOutbox outbox) {
        return outbox.newest();
    }
}
