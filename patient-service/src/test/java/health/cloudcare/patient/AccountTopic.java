package health.cloudcare.patient;

import java.util.Map;

import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.testkit.kafka.KafkaSender;

/** What auth-service tells about accounts. */
public final class AccountTopic {

    private AccountTopic() {}

    public static void send(Event... events) {
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
