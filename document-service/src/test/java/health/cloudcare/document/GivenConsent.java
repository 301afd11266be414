package health.cloudcare.document;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

/** What patient-service tells of one patient's consent to one doctor or hospital. */
public record GivenConsent(
        UUID patient,
        @Nullable UUID doctor,
        @Nullable UUID hospital,
        UUID consent,
        String category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String mode) {

    public static GivenConsent toDoctor(UUID patient) {
        return new GivenConsent(patient, UUID.randomUUID(), null, UUID.randomUUID(), "DOCUMENTS", null, null, "VIEW");
    }

    public static GivenConsent toHospital(UUID patient) {
        return new GivenConsent(patient, null, UUID.randomUUID(), UUID.randomUUID(), "DOCUMENTS", null, null, "STORE");
    }

    public GivenConsent between(LocalDate first, LocalDate last) {
        return new GivenConsent(patient, doctor, hospital, consent, category, first, last, mode);
    }

    public GivenConsent of(String other) {
        return new GivenConsent(patient, doctor, hospital, consent, other, from, to, mode);
    }

    /** The grantee's token, once the service knows of the consent. */
    public String opened() {
        told();
        await(200);
        return token();
    }

    public void told() {
        publish(new ConsentGranted(
                Clock.systemUTC().instant(),
                patient,
                consent,
                2,
                doctor,
                hospital,
                List.of(category),
                List.of(),
                from,
                to,
                "RAW",
                Clock.systemUTC().instant().plus(Duration.ofDays(1)),
                null,
                null,
                mode,
                "DATA_ACCESS"));
    }

    /** Ends it, and waits until the service knows. */
    public void revoked() {
        publish(new ConsentRevoked(Clock.systemUTC().instant(), patient, consent, 3, doctor, hospital));
        await(403);
    }

    private void await(int status) {
        Awaitility.await().until(() -> NewDocument.list(patient, token()).statusCode() == status);
    }

    public String token() {
        return doctor == null ? Tokens.hospitalAdmin(hospital) : Tokens.doctor(doctor);
    }

    private static void publish(Event event) {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    event.topic().topicName(), event.key(), EventJson.write(event), Map.of("ce_type", event.type()));
        }
    }
}
