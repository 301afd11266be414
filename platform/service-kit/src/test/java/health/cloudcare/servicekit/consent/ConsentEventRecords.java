package health.cloudcare.servicekit.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Events of one patient's consents to one doctor, as they come from the topic. */
final class ConsentEventRecords {

    static final Instant NOW = Instant.parse("2025-11-19T05:50:01.236Z");
    static final UUID PATIENT = UUID.fromString("0193402f-0000-7000-8000-00000000000a");
    static final UUID DOCTOR = UUID.fromString("0193402f-0000-7000-8000-00000000000d");

    private ConsentEventRecords() {}

    static Event granted(UUID consent, int version) {
        return new ConsentGranted(
                NOW,
                PATIENT,
                consent,
                version,
                DOCTOR,
                null,
                List.of("PROFILE", "WEARABLES", "GENOMES"),
                List.of(),
                null,
                null,
                "RAW",
                NOW.plusSeconds(3600),
                null,
                null,
                "VIEW",
                "DATA_ACCESS");
    }

    static Event revoked(UUID consent, int version) {
        return new ConsentRevoked(NOW, PATIENT, consent, version, DOCTOR, null);
    }

    static ConsumerRecord<String, byte[]> record(Event event) {
        return record(event.key(), event.type(), EventJson.write(event));
    }

    static ConsumerRecord<String, byte[]> record(String key, String type, byte[] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topic.CONSENT.topicName(), 0, 0, key, value);
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return record;
    }
}
