package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.AlertRaised;
import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRejected;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConnectionRequested;
import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who hears of connections, documents, hospitals; and what doctors read of it in the app. */
@QuarkusTest
@WithBackingServices({BackingService.MONGO, BackingService.KAFKA})
class CareNoticesTest {

    private static final Instant AT = Instant.parse("2025-11-19T05:50:01.236Z");

    private final UUID patientAccount = UUID.randomUUID();
    private final UUID doctorAccount = UUID.randomUUID();
    private final UUID hospitalAccount = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID hospital = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    @Test
    void eachSideHearsOnceOfWhatTheOtherDid() {
        everybodyIsKnown();
        var requested = new ConnectionRequested(AT.plusSeconds(1), patient, connection, doctor, 1);
        UUID admission = UUID.randomUUID();

        send(
                requested,
                requested,
                new ConnectionAccepted(AT.plusSeconds(2), patient, connection, doctor, 2),
                new ConnectionRejected(AT.plusSeconds(3), patient, UUID.randomUUID(), doctor, 2),
                new ConnectionRemoved(AT.plusSeconds(4), patient, connection, doctor, 3),
                new DocumentShared(AT.plusSeconds(5), patient, document, doctor, connection),
                new DocumentShareRevoked(AT.plusSeconds(6), patient, document, doctor),
                new AffiliationChanged(AT.plusSeconds(7), doctor, hospital, "CLAIMED", false, 1),
                new AffiliationChanged(AT.plusSeconds(8), doctor, hospital, "ACTIVE", false, 2),
                new PatientAdmitted(AT.plusSeconds(9), hospital, patient, admission, UUID.randomUUID()),
                new PatientDischarged(AT.plusSeconds(10), hospital, patient, admission, UUID.randomUUID()),
                new DoctorAssigned(AT.plusSeconds(11), hospital, patient, admission, UUID.randomUUID(), doctor));

        awaitKinds(patientAccount, "DISCHARGED", "ADMITTED", "CONNECTION_REJECTED", "CONNECTION_ACCEPTED", "WELCOME");
        awaitKinds(
                doctorAccount,
                "PATIENT_ASSIGNED",
                "AFFILIATION",
                "DOCUMENT_SHARE_REVOKED",
                "DOCUMENT_SHARED",
                "CONNECTION_REMOVED",
                "CONNECTION_REQUESTED",
                "WELCOME");
        awaitKinds(hospitalAccount, "AFFILIATION", "WELCOME");
    }

    @Test
    void ofReadingsOutOfRangeEverybodyHearsWhoMaySeeThem() {
        everybodyIsKnown();
        var alert = new AlertRaised(
                UUID.randomUUID(),
                AT.plusSeconds(1),
                patient,
                UUID.randomUUID(),
                "heart_rate",
                "CRITICAL",
                AT,
                List.of(doctor),
                List.of(hospital));

        send(alert, alert);

        for (UUID account : List.of(patientAccount, doctorAccount, hospitalAccount)) {
            awaitKinds(account, "HEALTH_ALERT", "WELCOME");
        }
    }

    @Test
    void doctorsReadTheirNotificationsInTheAppsShape() {
        everybodyIsKnown();
        send(new DocumentShared(AT.plusSeconds(5), patient, document, doctor, connection));
        awaitKinds(doctorAccount, "DOCUMENT_SHARED", "WELCOME");
        String path = "/api/v1/doctors/" + doctor + "/notifications";

        String id = asDoctor()
                .get(path)
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("$", hasKey("message"))
                .body("unread_count", equalTo(2))
                .body("notifications", hasSize(2))
                .body("notifications.type", hasItems("PATIENT_UPDATE", "SYSTEM"))
                .body("notifications[0].title", notNullValue())
                .body("notifications[0].message", notNullValue())
                .body("notifications[0].is_read", equalTo(false))
                .body("notifications[0].timestamp", equalTo("2025-11-19T05:50:06.236Z"))
                .body("notifications[0].related_id", equalTo(document.toString()))
                .body("notifications[1].related_id", nullValue())
                .extract()
                .path("notifications[0].id");
        asDoctor()
                .post("/protected/notification/readNotification/" + id)
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        asDoctor().post("/api/v1/notifications/" + id + "/read").then().statusCode(200);

        asDoctor().get(path).then().body("unread_count", equalTo(1)).body("notifications[0].is_read", equalTo(true));
        asDoctor().get(path + "?size=1&page=1").then().body("notifications", hasSize(1));
        given().auth()
                .oauth2(Tokens.patient(patientAccount, patient))
                .post("/protected/notification/readNotification/" + id)
                .then()
                .spec(problem(404, "NOTIFICATION_NOT_FOUND"));
        asDoctor()
                .post("/api/v1/notifications/" + UUID.randomUUID() + "/read")
                .then()
                .spec(problem(404));
        given().auth().oauth2(Tokens.doctor(UUID.randomUUID())).get(path).then().spec(problem(403));
        given().auth().oauth2(Tokens.patient(doctor)).get(path).then().spec(problem(403));
        given().get(path).then().spec(problem(401));
    }

    private void everybodyIsKnown() {
        send(
                new AccountRegistered(AT, patientAccount, "PATIENT", patient, null, null),
                new AccountRegistered(AT, doctorAccount, "DOCTOR", null, doctor, null),
                new AccountRegistered(AT, hospitalAccount, "HOSPITAL_ADMIN", null, null, hospital));
        for (UUID account : List.of(patientAccount, doctorAccount, hospitalAccount)) {
            awaitKinds(account, "WELCOME");
        }
    }

    private RequestSpecification asDoctor() {
        return given().auth()
                .oauth2(Tokens.doctorToken(doctor).account(doctorAccount).sign());
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
        Awaitility.await().untilAsserted(() -> assertThat(given().auth()
                        .oauth2(Tokens.patient(account, UUID.randomUUID()))
                        .get("/api/v1/notifications")
                        .jsonPath()
                        .<String>getList("items.kind"))
                .containsExactly(kinds));
    }
}
