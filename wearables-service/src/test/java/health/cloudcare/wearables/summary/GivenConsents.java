package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.kafka.KafkaSender;

/** What patient-service tells of one patient's consent to one doctor. */
public record GivenConsents(
        UUID patient,
        UUID doctor,
        UUID consent,
        List<String> metrics,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String resolution,
        Instant expiresAt,
        @Nullable Integer maxReads) {

    public static GivenConsents to(UUID patient, UUID doctor) {
        return new GivenConsents(
                patient,
                doctor,
                UUID.randomUUID(),
                List.of(),
                null,
                null,
                "RAW",
                Clock.systemUTC().instant().plus(Duration.ofDays(1)),
                null);
    }

    public GivenConsents ofMetrics(String... only) {
        return new GivenConsents(patient, doctor, consent, List.of(only), from, to, resolution, expiresAt, maxReads);
    }

    public GivenConsents between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new GivenConsents(patient, doctor, consent, metrics, first, last, resolution, expiresAt, maxReads);
    }

    public GivenConsents at(String finest) {
        return new GivenConsents(patient, doctor, consent, metrics, from, to, finest, expiresAt, maxReads);
    }

    public GivenConsents until(Instant end) {
        return new GivenConsents(patient, doctor, consent, metrics, from, to, resolution, end, maxReads);
    }

    public GivenConsents counted(int reads) {
        return new GivenConsents(patient, doctor, consent, metrics, from, to, resolution, expiresAt, reads);
    }

    public GivenConsents granted() {
        publish(new ConsentGranted(
                Clock.systemUTC().instant(),
                patient,
                consent,
                2,
                doctor,
                null,
                List.of("WEARABLES"),
                metrics,
                from,
                to,
                resolution,
                expiresAt,
                maxReads,
                maxReads == null ? null : "DAY",
                "VIEW",
                "DATA_ACCESS"));
        return this;
    }

    public void revoked() {
        publish(new ConsentRevoked(Clock.systemUTC().instant(), patient, consent, 3, doctor, null));
    }

    public void somethingUnreadable() {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.CONSENT.topicName(), patient.toString(), "{", Map.of("ce_type", ConsentRevoked.TYPE));
        }
    }

    private static void publish(Event event) {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    event.topic().topicName(), event.key(), EventJson.write(event), Map.of("ce_type", event.type()));
        }
    }
}
