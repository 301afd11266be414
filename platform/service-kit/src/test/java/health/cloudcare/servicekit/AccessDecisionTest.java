package health.cloudcare.servicekit;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class AccessDecisionTest {

    private static final UUID KNOWN = SampleBeans.KNOWN;

    @Inject
    RecordingPublisher publisher;

    @AfterEach
    void forget() {
        publisher.events.clear();
        publisher.down = false;
    }

    @Test
    void letsTheOwnerInAndRecordsIt() {
        given().header("X-Request-Id", "request-0001")
                .auth()
                .oauth2(Tokens.patient(KNOWN))
                .get("/sample/patients/" + KNOWN)
                .then()
                .statusCode(200)
                .header("X-Request-Id", equalTo("request-0001"));

        assertThat(publisher.events).singleElement().isInstanceOfSatisfying(DataAccessed.class, event -> {
            assertThat(event.patientId()).isEqualTo(KNOWN);
            assertThat(event.resource()).isEqualTo("sample/patient");
            assertThat(event.consentId()).isNull();
            assertThat(event.correlationId()).isEqualTo("request-0001");
            assertThat(event.clientIp()).isNotBlank();
        });
    }

    @Test
    void refusesAnotherPatientAndRecordsIt() {
        ask(Tokens.patient(UUID.randomUUID()), KNOWN).then().statusCode(403);

        assertThat(publisher.events).singleElement().isInstanceOfSatisfying(AccessRefused.class, event -> assertThat(
                        event.reason())
                .isEqualTo("not the owner"));
    }

    @Test
    void answers404ForAPatientWhoDoesNotExist() {
        ask(Tokens.patient(UUID.randomUUID()), UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void letsADoctorInByConsentOnlyAndNamesIt() {
        ask(Tokens.doctor(UUID.randomUUID()), KNOWN).then().statusCode(403);
        publisher.events.clear();

        ask(Tokens.doctor(SampleBeans.TRUSTED_DOCTOR), KNOWN).then().statusCode(200);

        assertThat(publisher.events).singleElement().isInstanceOfSatisfying(DataAccessed.class, event -> assertThat(
                        event.consentId())
                .isEqualTo(SampleBeans.CONSENT));
    }

    @Test
    void opensNothingToADoctorNobodyVouchedForWhateverTheConsent() {
        ask(Tokens.unverifiedDoctor(SampleBeans.TRUSTED_DOCTOR), KNOWN).then().statusCode(403);

        assertThat(publisher.events).singleElement().isInstanceOfSatisfying(AccessRefused.class, event -> assertThat(
                        event.reason())
                .isEqualTo("not verified"));
    }

    @Test
    void answersNobodyWhileDecisionsCannotBeRecorded() {
        publisher.down = true;

        ask(Tokens.patient(KNOWN), KNOWN)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("10"))
                .body("error_code", equalTo("UNAVAILABLE"));
    }

    private static Response ask(String token, UUID patientId) {
        return given().auth().oauth2(token).get("/sample/patients/" + patientId);
    }
}
