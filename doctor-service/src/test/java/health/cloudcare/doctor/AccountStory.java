package health.cloudcare.doctor;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.testkit.kafka.KafkaSender;

/** What auth-service tells of a doctor's account. */
public final class AccountStory {

    public static final Instant REGISTERED_AT = Instant.parse("2025-11-19T05:50:01Z");
    public static final Instant VERIFIED_AT = Instant.parse("2025-11-20T08:00:00Z");
    private static final Instant DELETED_AT = Instant.parse("2025-12-01T10:00:00Z");

    private AccountStory() {}

    public static AccountRegistered registered(NewDoctor doctor) {
        return new AccountRegistered(REGISTERED_AT, doctor.accountId(), "DOCTOR", null, doctor.doctorId(), null);
    }

    public static AccountVerified verified(NewDoctor doctor) {
        return new AccountVerified(
                VERIFIED_AT, doctor.accountId(), "DOCTOR", doctor.doctorId(), null, UUID.randomUUID());
    }

    public static AccountDeleted deleted(NewDoctor doctor) {
        return new AccountDeleted(DELETED_AT, doctor.accountId(), "DOCTOR", null, doctor.doctorId(), null);
    }

    /** One after the other; the same event given twice is delivered twice. */
    public static void tell(Event... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (Event event : events) {
                Map<String, String> headers = Map.of(
                        "ce_type", event.type(),
                        "ce_id", event.eventId().toString(),
                        "ce_correlationid", "request-" + event.key());
                sender.send(event.topic().topicName(), event.key(), EventJson.write(event), headers);
            }
        }
    }
}
