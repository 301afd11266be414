package health.cloudcare.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.NotificationCreated;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.MONGO, BackingService.KAFKA})
class NotificationsTest {

    private static final Instant MORNING = Instant.parse("2025-11-19T05:50:01.236Z");

    @Inject
    NotificationDelivery delivery;

    private final UUID account = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();

    @Test
    void welcomesNewAccount() {
        send(registered());

        list().body("items.kind", contains("WELCOME"))
                .body("items[0].title", equalTo("Welcome to CloudCare"))
                .body("items[0].created_at", equalTo("2025-11-19T05:50:01.236Z"))
                .body("total", equalTo(1));
    }

    @Test
    void tellsPatientOfSyncNewestFirst() {
        send(synced(10), registered());

        awaitTotal(2);
        list().body("items.kind", contains("DATA_SYNCED", "WELCOME"));
        given().auth()
                .oauth2(token())
                .get("/api/v1/notifications?page=1&size=1")
                .then()
                .body("items.kind", contains("WELCOME"))
                .body("total", equalTo(2));
    }

    @Test
    void countsRepeatedDeliveryOnceAndTellsItUnderOneId() {
        Event sync = synced(10);
        send(registered(), sync, sync, synced(20));

        awaitTotal(3);
        try (KafkaRecords records = KafkaRecords.of(Topic.NOTIFICATION)) {
            var told = records.await(withKey(account.toString()).and(withType(NotificationCreated.TYPE)), 4);
            assertThat(told.stream()
                            .map(record -> KafkaRecords.header(record, "ce_id"))
                            .distinct())
                    .hasSize(3);
        }
    }

    @Test
    void welcomesDoctorsAndTellsThemWhenTheyAreVerified() {
        UUID doctor = UUID.randomUUID();
        Event verified =
                new AccountVerified(MORNING.plusSeconds(5), account, "DOCTOR", doctor, null, UUID.randomUUID());
        send(new AccountRegistered(MORNING, account, "DOCTOR", null, doctor, null), verified, verified);

        awaitTotal(2);
        list().body("items.kind", contains("VERIFIED", "WELCOME")).body("items[0].title", equalTo("You are verified"));
    }

    @Test
    void warnsOfALockedAccount() {
        Event locked = new AccountLocked(MORNING.plusSeconds(5), account, MORNING.plusSeconds(905));
        send(registered(), locked, locked);

        awaitTotal(2);
        list().body("items.kind", contains("SECURITY", "WELCOME")).body("items[0].title", equalTo("Security notice"));
    }

    @Test
    void forgetsADeletedAccountAndDropsWhatComesLate() {
        Event deleted = new AccountDeleted(MORNING.plusSeconds(20), account, "PATIENT", patient, null, null);
        send(registered(), synced(10));
        awaitTotal(2);

        send(deleted, deleted);
        Awaitility.await().until(() -> total() == 0);
        // no failure: that would hold up the topic for others and end among the dead letters
        delivery.dataSynced(synced(30)).await().atMost(Duration.ofSeconds(5));

        assertThat(total()).isZero();
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        try (KafkaSender sender = new KafkaSender();
                KafkaRecords dead = KafkaRecords.of(kafka(), Topic.ACCOUNT.dlq())) {
            sender.send(
                    Topic.ACCOUNT.topicName(),
                    account.toString(),
                    "not json",
                    Map.of("ce_type", AccountRegistered.TYPE));
            send(registered());

            awaitTotal(1);
            assertThat(KafkaRecords.header(dead.await(withKey(account.toString())), "dead-letter-reason"))
                    .isNotBlank();
        }
    }

    @Test
    void showsNobodyTheNotificationsOfOthers() {
        send(registered());
        awaitTotal(1);

        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID(), patient))
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        given().get("/api/v1/notifications").then().spec(problem(401, "AUTH_FAILED"));
    }

    private Event registered() {
        return new AccountRegistered(MORNING, account, "PATIENT", patient, null, null);
    }

    private MetricsSynced synced(int seconds) {
        Instant later = MORNING.plusSeconds(seconds);
        return new MetricsSynced(later, patient, UUID.randomUUID(), null, List.of("steps"), 7, 0, null, null);
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

    private String token() {
        return Tokens.patient(account, patient);
    }

    private ValidatableResponse list() {
        awaitTotal(1);
        return given().auth()
                .oauth2(token())
                .get("/api/v1/notifications")
                .then()
                .statusCode(200);
    }

    private void awaitTotal(int least) {
        Awaitility.await().until(() -> total() >= least);
    }

    private int total() {
        return given().auth()
                .oauth2(token())
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("total");
    }

    private static String kafka() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
