package health.cloudcare.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.EmergencyAccessOpened;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithBackingServices({BackingService.MONGO, BackingService.KAFKA})
class ConsentNoticesTest {

    private static final Instant MORNING = Instant.parse("2025-11-19T05:50:01.236Z");

    @Inject
    ConsentNotices notices;

    private final UUID patientAccount = UUID.randomUUID();
    private final UUID doctorAccount = UUID.randomUUID();
    private final UUID hospitalAccount = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID hospital = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();

    @Test
    void tellsThePatientOfAnEmergencyFromTheGrantAndEachHospitalOfIt() {
        UUID secondAccount = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        EmergencyAccessOpened opened = new EmergencyAccessOpened(
                MORNING.plusSeconds(2), doctor, patient, consent, List.of(hospital, second), MORNING.plusSeconds(3600));
        ConsentGranted granted = granted(ConsentGranted.EMERGENCY);

        send(account(patientAccount, "PATIENT", patient, null, null));
        send(account(hospitalAccount, "HOSPITAL_ADMIN", null, null, hospital));
        send(account(secondAccount, "HOSPITAL_ADMIN", null, null, second));
        send(granted, granted, opened, opened);

        for (UUID account : List.of(patientAccount, hospitalAccount, secondAccount)) {
            awaitKinds(account, "EMERGENCY", "WELCOME");
        }
        assertThat(messages(patientAccount)).contains("access log");
        assertThat(messages(hospitalAccount)).contains("emergency").doesNotContain(patient.toString());
    }

    @Test
    void oneUnknownHospitalKeepsNoOtherFromBeingTold() {
        send(account(hospitalAccount, "HOSPITAL_ADMIN", null, null, hospital));
        awaitKinds(hospitalAccount, "WELCOME");
        EmergencyAccessOpened opened = new EmergencyAccessOpened(
                MORNING.plusSeconds(2),
                doctor,
                patient,
                consent,
                List.of(UUID.randomUUID(), hospital),
                MORNING.plusSeconds(3600));

        assertThatThrownBy(() -> notices.emergencyOpened(opened).await().atMost(Duration.ofSeconds(10)))
                .hasMessageContaining("no account is known");

        awaitKinds(hospitalAccount, "EMERGENCY", "WELCOME");
    }

    @Test
    void tellsThePatientOfARequestAndTheDoctorOfWhatBecameOfIt() {
        UUID other = UUID.randomUUID();
        send(account(patientAccount, "PATIENT", patient, null, null));
        send(account(doctorAccount, "DOCTOR", null, doctor, null));

        send(
                new ConsentRequested(MORNING.plusSeconds(1), patient, consent, 1, doctor, null),
                granted("DATA_ACCESS"),
                new ConsentRevoked(MORNING.plusSeconds(3), patient, consent, 3, doctor, null),
                new ConsentDenied(MORNING.plusSeconds(4), patient, other, 2, doctor, null));

        awaitKinds(patientAccount, "CONSENT_REQUESTED", "WELCOME");
        awaitKinds(doctorAccount, "CONSENT_DENIED", "CONSENT_REVOKED", "CONSENT_GRANTED", "WELCOME");
    }

    @Test
    void tellsAHospitalWhatBecameOfItsRequest() {
        send(account(hospitalAccount, "HOSPITAL_ADMIN", null, null, hospital));

        send(new ConsentDenied(MORNING.plusSeconds(4), patient, consent, 2, null, hospital));

        awaitKinds(hospitalAccount, "CONSENT_DENIED", "WELCOME");
    }

    @Test
    void dropsWhatIsForADeletedDoctor() {
        send(account(doctorAccount, "DOCTOR", null, doctor, null));
        awaitKinds(doctorAccount, "WELCOME");
        send(new AccountDeleted(MORNING.plusSeconds(5), doctorAccount, "DOCTOR", null, doctor, null));
        awaitKinds(doctorAccount);

        notices.granted(granted("DATA_ACCESS")).await().atMost(Duration.ofSeconds(5));

        assertThat(kinds(doctorAccount)).isEmpty();
    }

    private ConsentGranted granted(String kind) {
        return new ConsentGranted(
                MORNING.plusSeconds(2),
                patient,
                consent,
                2,
                doctor,
                null,
                List.of("PROFILE"),
                List.of(),
                null,
                null,
                "RAW",
                MORNING.plusSeconds(3600),
                null,
                null,
                "VIEW",
                kind);
    }

    private static AccountRegistered account(UUID account, String role, UUID patient, UUID doctor, UUID hospital) {
        return new AccountRegistered(MORNING, account, role, patient, doctor, hospital);
    }

    private static void send(Event... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (Event event : events) {
                sender.send(
                        event.topic().topicName(),
                        event.key(),
                        EventJson.write(event),
                        Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
            }
        }
    }

    private static void awaitKinds(UUID account, String... kinds) {
        Awaitility.await().untilAsserted(() -> assertThat(kinds(account)).containsExactly(kinds));
    }

    private static List<String> kinds(UUID account) {
        return list(account).getList("items.kind");
    }

    private static String messages(UUID account) {
        return String.join(" ", list(account).<String>getList("items.message"));
    }

    private static JsonPath list(UUID account) {
        return given().auth()
                .oauth2(Tokens.patient(account, UUID.randomUUID()))
                .get("/api/v1/notifications")
                .jsonPath();
    }
}
