package health.cloudcare.notification.delivery;

import java.util.UUID;

/** @param to in E.164 */
record Sms(UUID id, String to, String text) {

    @Override
    public String toString() {
        return "SMS " + id;
    }
}
