package health.cloudcare.patient.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.DocumentUploaded;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.NoteWritten;
import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.patient.AccountTopic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ActivityTest {

    private static final Instant AT = Instant.parse("2025-11-19T05:50:01Z");

    private final UUID doctor = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    @Test
    void whatHappensAnywhereIsThereOnceAndNewestFirst() {
        NewPatient patient = aPatient().registered();
        UUID id = patient.patientId();
        var requested = new ConsentRequested(AT.plusSeconds(1), id, UUID.randomUUID(), 1, doctor, null);

        AccountTopic.send(
                requested,
                requested,
                new ConsentRevoked(AT.plusSeconds(2), id, UUID.randomUUID(), 3, doctor, null),
                new ConnectionAccepted(AT.plusSeconds(3), id, UUID.randomUUID(), doctor, 2),
                new NoteWritten(AT.plusSeconds(4), doctor, id, UUID.randomUUID(), 1),
                new PatientAdmitted(AT.plusSeconds(5), UUID.randomUUID(), id, UUID.randomUUID(), UUID.randomUUID()),
                new DocumentUploaded(AT.plusSeconds(6), id, document, "LAB_REPORT"),
                new DocumentShared(AT.plusSeconds(7), id, document, doctor, UUID.randomUUID()),
                new MetricsSynced(AT.plusSeconds(8), id, UUID.randomUUID(), null, List.of("steps"), 10, 0, AT, AT));

        Awaitility.await().until(() -> types(patient).size() >= 8);
        activities(patient, "")
                .body(
                        "items.type",
                        contains(
                                "DATA_SYNCED",
                                "RECORD_SHARED",
                                "LAB_REPORT_UPLOADED",
                                "GENERAL",
                                "GENERAL",
                                "GENERAL",
                                "CONSENT_REVOKED",
                                "CONSENT_REQUEST"))
                .body("items[1].metadata", equalTo(Map.of("document_id", document.toString())))
                .body("items[0].title", notNullValue())
                .body("items[0].description", notNullValue())
                .body("items[0].timestamp", equalTo("2025-11-19T05:50:09Z"))
                .body("items[0].patient_id", equalTo(id.toString()))
                .body("total", equalTo(8));
        activities(patient, "?size=3&page=2").body("items", hasSize(2));
    }

    @Test
    void isThePatientsAloneAndGoesWithThem() {
        NewPatient patient = aPatient().registered();
        String path = "/api/v1/patients/" + patient.patientId() + "/activities";
        for (String token : List.of(
                Tokens.patient(UUID.randomUUID()),
                Tokens.doctor(doctor),
                Tokens.hospitalAdmin(doctor),
                Tokens.systemAdmin())) {
            given().auth().oauth2(token).get(path).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(path).then().spec(problem(401));
        AccountTopic.send(new DocumentUploaded(AT, patient.patientId(), document, "GENERAL"));
        Awaitility.await().until(() -> types(patient).equals(List.of("DOCUMENT_UPLOADED")));

        AccountTopic.send(patient.accountDeleted());
        Tables.awaitTrue(
                "SELECT cancelled_at IS NOT NULL FROM registrations WHERE patient_id = ?", patient.patientId());
        NewPatient marker = aPatient().registered();
        AccountTopic.send(new DocumentUploaded(AT, patient.patientId(), UUID.randomUUID(), "GENERAL"));
        AccountTopic.send(new DocumentUploaded(AT, marker.patientId(), UUID.randomUUID(), "GENERAL"));
        Awaitility.await().until(() -> types(marker).size() == 1);

        assertThat(Tables.one(Long.class, "SELECT count(*) FROM activities WHERE patient_id = ?", patient.patientId()))
                .isZero();
    }

    private static List<String> types(NewPatient patient) {
        return activities(patient, "").extract().path("items.type");
    }

    private static ValidatableResponse activities(NewPatient patient, String query) {
        return given().auth()
                .oauth2(Tokens.patient(patient.accountId(), patient.patientId()))
                .get("/api/v1/patients/" + patient.patientId() + "/activities" + query)
                .then();
    }
}
