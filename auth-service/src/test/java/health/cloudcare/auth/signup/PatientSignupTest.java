package health.cloudcare.auth.signup;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.FakeProfileServices.Mood;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.profile.ProfileDraft;
import health.cloudcare.auth.profile.Profiles;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class PatientSignupTest {

    FakeProfileServices services;

    @Inject
    SignupCleanup cleanup;

    @Inject
    SignupSteps steps;

    @Inject
    Profiles profiles;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void recover() {
        services.is(Mood.WELL);
    }

    @Test
    void makesAnAccountAndAProfileAndSignsThePersonIn() {
        NewPerson person = aPerson();

        Response response = person.signUp();

        response.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("token_type", equalTo("bearer"))
                .body("access_token", notNullValue())
                .body("refresh_token", notNullValue())
                .body("user.email", equalTo(person.email()))
                .body("user.role", equalTo("PATIENT"))
                .body("user.name", equalTo("Asha Rao"))
                .body("user.patient_id", notNullValue())
                .body("user.aadhar_uid", hasLength(64));
        JsonNode profile = services.profile(response.path("user.patient_id"));
        assertThat(profile.get("account_id").asText()).isEqualTo(response.path("user.id"));
        assertThat(profile.get("first_name").asText()).isEqualTo("Asha");
        assertThat(profile.has("password")).isFalse();
    }

    @Test
    void publishesAccountRegisteredWithoutPersonalData() {
        NewPerson person = aPerson();
        String account = person.signedUp().path("user.id");

        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            var record = records.await(withKey(account));
            assertThat(EventJson.read(record.value(), AccountRegistered.class).role())
                    .isEqualTo("PATIENT");
            assertThat(KafkaRecords.text(record)).doesNotContain("Asha", "example.org", person.aadhaar());
        }
    }

    @Test
    void handsTheCorrelationIdOnToTheOtherServiceAndTheEvent() {
        String account = given().header("X-Request-Id", "request-0077")
                .contentType("application/json")
                .body(aPerson().body())
                .post("/api/v1/auth/signup/patient")
                .then()
                .statusCode(201)
                .header("X-Request-Id", equalTo("request-0077"))
                .extract()
                .path("user.id");

        assertThat(services.lastRequestId()).isEqualTo("request-0077");
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            var record = records.await(withKey(account));
            assertThat(KafkaRecords.header(record, "ce_correlationid")).isEqualTo("request-0077");
            assertThat(KafkaRecords.header(record, "ce_source")).isEqualTo("urn:cloudcare:auth-service");
            assertThat(KafkaRecords.header(record, "ce_specversion")).isEqualTo("1.0");
        }
    }

    @Test
    void servesTheOlderSpellingAndIgnoresMembersItDoesNotKnow() {
        NewPerson.post(
                        "/api/v1/auth/register/patient",
                        aPerson().with("bio", "x").body())
                .then()
                .statusCode(201);
    }

    @Test
    void rejectsASecondAccountWithTheSameAddressHoweverItIsWritten() {
        NewPerson person = aPerson();
        person.signedUp();

        person.with("email", person.email().toUpperCase(Locale.ROOT))
                .signUp()
                .then()
                .spec(problem(409, "EMAIL_ALREADY_REGISTERED"));
    }

    @Test
    void namesTheFieldsThatAreMissingOrWrong() {
        aPerson().with("email", "nobody").signUp().then().spec(invalidField("email"));
        aPerson().with("password", "short").signUp().then().spec(invalidField("password"));
        aPerson().with("first_name", null).signUp().then().spec(invalidField("first_name"));
        aPerson().with("date_of_birth", "05.04.1990").signUp().then().spec(invalidField("date_of_birth"));
        NewPerson.post("/api/v1/auth/signup/patient", "{ not json").then().spec(problem(422, "VALIDATION_ERROR"));
        NewPerson.post("/api/v1/auth/signup/patient", "").then().spec(problem(422, "VALIDATION_ERROR"));
    }

    @Test
    void tellsTheRefusalOfThePatientSideAndLeavesNothing() {
        NewPerson person = aPerson();
        services.is(Mood.REFUSES_AADHAAR);
        person.signUp().then().spec(problem(409, "AADHAAR_ALREADY_REGISTERED"));
        services.is(Mood.FINDS_GENDER_INVALID);
        person.signUp().then().spec(invalidField("gender"));

        services.is(Mood.WELL);
        person.signedUp();
    }

    @Test
    void answers503WhileThePatientSideIsDownAndTheJobCleansUpLater() throws Throwable {
        NewPerson person = aPerson();
        services.is(Mood.DOWN);

        person.signUp().then().spec(problem(503, "UNAVAILABLE")).header("Retry-After", notNullValue());
        person.logIn(NewPerson.PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        person.signUp().then().spec(problem(503, "UNAVAILABLE"));

        services.is(Mood.WELL);
        VertxContextSupport.subscribeAndAwait(cleanup::undoUnfinished);
        person.signedUp();
    }

    @Test
    void theJobUndoesASignupThatCrashedBetweenTheTwoSides() throws Throwable {
        NewPerson person = aPerson();
        UUID accountId = UUID.randomUUID();
        UUID patientId = UUID.randomUUID();
        Instant now = Instant.now();
        PatientSignupRequest request = json.convertValue(person.body(), PatientSignupRequest.class);
        Account crashed = Account.pending(accountId, patientId, request.applicant(), "no hash", now);
        VertxContextSupport.subscribeAndAwait(() -> steps.add(crashed));
        VertxContextSupport.subscribeAndAwait(
                () -> profiles.register(Role.PATIENT, patientId, new ProfileDraft(accountId, null, request)));
        assertThat(services.has(person.email())).isTrue();

        VertxContextSupport.subscribeAndAwait(cleanup::undoUnfinished);

        assertThat(services.has(person.email())).isFalse();
        assertThat(VertxContextSupport.subscribeAndAwait(
                        () -> steps.advance(accountId, (account, at) -> account.awaitCode(at))))
                .isEmpty();
        person.signedUp();
    }

    @Test
    void aSignupWhoseLastStepWasCommittedIsNotUndone() throws Throwable {
        NewPerson person = aPerson();
        Response response = person.signUp();
        UUID patientId = UUID.fromString(response.path("user.patient_id"));
        UUID accountId = UUID.fromString(response.path("user.id"));

        // what the saga does when the answer to its last commit is lost
        VertxContextSupport.subscribeAndAwait(
                () -> cleanup.undo(new SignupSteps.Unfinished(accountId, Role.PATIENT, patientId)));

        assertThat(services.has(person.email())).isTrue();
        person.logIn(NewPerson.PASSWORD).then().statusCode(200);
    }

    @Test
    void undoesAProfileWhoseAnswerGotLost() {
        NewPerson person = aPerson();
        services.is(Mood.LOSES_ANSWERS);

        person.signUp().then().spec(problem(503, "UNAVAILABLE"));

        assertThat(services.has(person.email())).isFalse();
        services.is(Mood.WELL);
        person.signedUp();
    }

    @Test
    void aRegistrationThatArrivesAfterItWasGivenUpIsRefused() throws InterruptedException {
        NewPerson person = aPerson();
        services.is(Mood.SLOW);

        person.signUp().then().spec(problem(503, "UNAVAILABLE"));

        assertThat(services.deliver()).isEqualTo(409);
        assertThat(services.has(person.email())).isFalse();
        services.is(Mood.WELL);
        person.signedUp();
    }

    @Test
    void theSamePersonTryingAgainUndoesTheAttemptThatFailed() {
        NewPerson person = aPerson();
        services.is(Mood.DOWN);
        person.signUp().then().statusCode(503);
        services.is(Mood.WELL);

        person.signedUp();

        person.logIn(NewPerson.PASSWORD).then().statusCode(200);
    }
}
