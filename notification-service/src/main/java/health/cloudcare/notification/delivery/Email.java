package health.cloudcare.notification.delivery;

import java.util.UUID;

record Email(UUID id, String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "e-mail " + id;
    }
}
