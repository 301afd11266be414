package health.cloudcare.doctor.carelist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.doctor.ConsentStory;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.ScriptedConsents;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.ConsentStory.aConsent;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What doctors note on their lists, and whom connections and hospitals put there. */
@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class CareNoteTest {

    @Inject
    ScriptedConsents consents;

    private final UUID doctor = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();
    private final ConsentStory consent = aConsent(patient, doctor);
    private final Instant soon =
            Clock.systemUTC().instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void isShownWhileThereIsAccessHiddenWhileThereIsNoneAndThereAgain() {
        consents.open(doctor, patient);
        tell(consent.requested(), consent.granted());
        awaitCondition("Access granted");
        String tag = note(Map.of(
                        "status", "critical", "next_appointment", soon, "emergency_flag", true, "condition", "Angina"))
                .statusCode(200)
                .body("status", equalTo("CRITICAL"))
                .extract()
                .header("ETag");

        awaitCondition("Angina")
                .body("[0].status", equalTo("ACTIVE"))
                .body("[0].care_status", equalTo("CRITICAL"))
                .body("[0].emergency_flag", equalTo(true))
                .body("[0].next_appointment", equalTo(soon.toString()));
        consents.close(doctor, patient);
        tell(consent.revoked());
        awaitCondition("Access revoked")
                .body("[0].care_status", equalTo("LOCKED"))
                .body("[0].emergency_flag", equalTo(false))
                .body("[0].next_appointment", nullValue());
        note(Map.of("status", "STABLE")).spec(problem(403, "ACCESS_DENIED"));
        consents.open(doctor, patient);
        ConsentStory again = consent.then(Duration.ofSeconds(10));
        tell(again.requested(), again.granted());
        awaitCondition("Angina").body("[0].care_status", equalTo("CRITICAL"));
        as().header("If-Match", "\"0\"")
                .body(Map.of("status", "STABLE"))
                .patch(path())
                .then()
                .spec(problem(412));
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("next_appointment", null);
        note(cleared).statusCode(200).body("next_appointment", nullValue()).body("status", equalTo("CRITICAL"));
        assertThat(tag).isNotNull();
    }

    @Test
    void refusesWhatCannotBe() {
        consents.open(doctor, patient);
        tell(consent.requested(), consent.granted());
        awaitCondition("Access granted");

        note(Map.of("status", "LOCKED")).spec(problem(422));
        note(Map.of("status", "HAPPY")).spec(invalidField("status"));
        note(Map.of("next_appointment", "2020-01-01T00:00:00Z")).spec(invalidField("next_appointment"));
        note(Map.of("patient_name", "x")).spec(problem(400));
        as().body(Map.of("status", "STABLE"))
                .patch("/api/v1/doctors/" + doctor + "/patients/" + UUID.randomUUID())
                .then()
                .spec(problem(404));
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .contentType("application/json")
                .body(Map.of("status", "STABLE"))
                .patch(path())
                .then()
                .spec(problem(403));
    }

    @Test
    void aConnectionPutsThePatientOnTheListByNameAndTakesNobodyOffItWhoHasAConsent() {
        UUID connection = UUID.randomUUID();
        ConnectionAccepted accepted = new ConnectionAccepted(consent.start(), patient, connection, doctor, 2);
        ConnectionRemoved removed =
                new ConnectionRemoved(consent.start().plusSeconds(5), patient, connection, doctor, 3);
        tell(accepted, accepted);
        awaitCondition("Connected; no access yet")
                .body("[0].status", equalTo("LOCKED"))
                .body("[0].patient_name", equalTo("Asha Rao"))
                .body("[0].patient_age", nullValue());

        tell(removed, accepted);
        awaitRows(0);

        UUID another = UUID.randomUUID();
        tell(new ConnectionAccepted(consent.start(), patient, another, doctor, 2), consent.requested());
        awaitCondition("Awaiting consent approval");
        tell(new ConnectionRemoved(consent.start(), patient, another, doctor, 3), consent.denied());
        awaitCondition("Consent denied");
    }

    @Test
    void aHospitalsAssignmentOpensThePatientAndItsEndLocksThem() {
        consents.open(doctor, patient);
        ConsentGranted granted = consent.granted();
        tell(new ConsentGranted(
                granted.eventId(),
                granted.occurredAt(),
                patient,
                consent.consentId(),
                1,
                doctor,
                null,
                granted.categories(),
                granted.metrics(),
                null,
                null,
                "RAW",
                granted.expiresAt(),
                null,
                null,
                "VIEW",
                ConsentGranted.CARE_TEAM));

        awaitCondition("Access granted").body("[0].access_granted", equalTo(true));
        consents.close(doctor, patient);
        tell(consent.revoked());
        awaitCondition("Access revoked").body("[0].status", equalTo("LOCKED"));
    }

    private ValidatableResponse note(Map<String, Object> changes) {
        return as().body(changes).patch(path()).then();
    }

    private ValidatableResponse awaitCondition(String condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> List.of(condition)
                .equals(list().extract().path("condition")));
        return list();
    }

    private void awaitRows(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> list().extract().<List<?>>path("$").size() == count);
    }

    private ValidatableResponse list() {
        return as().get("/api/v1/doctors/" + doctor + "/patients").then();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(Tokens.doctor(doctor)).contentType("application/json");
    }

    private String path() {
        return "/api/v1/doctors/" + doctor + "/patients/" + patient;
    }
}
