package health.cloudcare.hospital;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.testkit.kafka.KafkaSender;

/** What auth-service tells of a hospital's account. */
public final class AccountStory {

    public static final Instant REGISTERED_AT = Instant.parse("2025-11-19T05:50:01Z");
    public static final Instant VERIFIED_AT = Instant.parse("2025-11-20T08:00:00Z");
    private static final Instant DELETED_AT = Instant.parse("2025-12-01T10:00:00Z");

    private AccountStory() {}

    public static AccountRegistered registered(NewHospital hospital) {
        return new AccountRegistered(
                REGISTERED_AT, hospital.accountId(), "HOSPITAL_ADMIN", null, null, hospital.hospitalId());
    }

    public static AccountVerified verified(NewHospital hospital) {
        return new AccountVerified(
                VERIFIED_AT, hospital.accountId(), "HOSPITAL_ADMIN", null, hospital.hospitalId(), UUID.randomUUID());
    }

    public static AccountDeleted deleted(NewHospital hospital) {
        return new AccountDeleted(
                DELETED_AT, hospital.accountId(), "HOSPITAL_ADMIN", null, null, hospital.hospitalId());
    }

    /** One after the other; the same event given twice is delivered twice. */
    public static void tell(Event... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (Event event : events) {
                send(sender, event.key(), event);
            }
        }
    }

    /** Behind whatever was told under that key before. */
    public static void tellUnder(String key, Event event) {
        try (KafkaSender sender = new KafkaSender()) {
            send(sender, key, event);
        }
    }

    private static void send(KafkaSender sender, String key, Event event) {
        Map<String, String> headers = Map.of(
                "ce_type", event.type(),
                "ce_id", event.eventId().toString(),
                "ce_correlationid", "request-" + event.key());
        sender.send(event.topic().topicName(), key, EventJson.write(event), headers);
    }
}
