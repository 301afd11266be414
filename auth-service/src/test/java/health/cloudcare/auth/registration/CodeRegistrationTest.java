package health.cloudcare.auth.registration;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.Database;
import health.cloudcare.auth.EmailPerson;
import health.cloudcare.auth.FakeNotificationService;
import health.cloudcare.auth.FakeNotificationService.Mood;
import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.EmailPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class CodeRegistrationTest {

    FakeProfileServices profiles;
    FakeNotificationService notifications;

    @Inject
    Database database;

    @BeforeEach
    void recover() {
        profiles.is(FakeProfileServices.Mood.WELL);
        notifications.is(Mood.WELL);
    }

    @Test
    void registersAPatientWhoMaySignInOnceTheAddressIsProved() {
        EmailPerson person = aPerson().with("is_pregnant", true);

        Response registered = person.register();

        registered
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue())
                .body("user_id", matchesPattern("PAT[0-9]{8}"))
                .body("status", equalTo("pending_verification"))
                .body("expires_in_minutes", equalTo(30));
        assertThat(profiles.has(person.email())).isTrue();
        FakeNotificationService.Sent sent = notifications.sentTo(person.email()).getFirst();
        assertThat(sent.template()).isEqualTo("verification-code");
        assertThat(sent.parameters()).containsEntry("valid_minutes", "10");
        person.logIn().then().spec(problem(401, "AUTH_FAILED"));

        person.verify(sent.code())
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue())
                .body("user_id", equalTo(registered.<String>path("user_id")))
                .body("user_type", equalTo("PATIENT"))
                .body("status", equalTo("verified"));

        person.logIn().then().statusCode(200).body("user.is_verified", equalTo(true));
        person.logIn(person.username(), EmailPerson.PASSWORD).then().statusCode(200);
        person.logIn(registered.path("user_id"), EmailPerson.PASSWORD).then().statusCode(200);
        assertThat(database.query("SELECT email FROM pending_registrations WHERE email = ?", person.email()))
                .isEmpty();
    }

    @Test
    void registersADoctor() {
        EmailPerson person = aPerson().with("user_type", "Doctor").with("specialization", "Cardiology");
        person.register().then().statusCode(200).body("user_id", matchesPattern("DOC[0-9]{8}"));

        person.verify(notifications.codeFor(person.email()))
                .then()
                .statusCode(200)
                .body("user_type", equalTo("DOCTOR"));

        String profile = person.logIn().path("user.doctor_id");
        assertThat(profiles.profile(profile).get("specialization").asText()).isEqualTo("Cardiology");
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        for (String member : new String[] {"username", "email", "mobile", "password", "first_name", "last_name"}) {
            aPerson().with(member, null).register().then().spec(invalidField(member));
        }
        aPerson().with("email", "nobody").register().then().spec(invalidField("email"));
        aPerson().with("username", "PAT12345678").register().then().spec(invalidField("username"));
        aPerson().with("username", "a@b.org").register().then().spec(invalidField("username"));
        aPerson()
                .with("user_type", "nurse")
                .register()
                .then()
                .spec(invalidField("user_type"))
                .body("error.details.allowed_values", hasItems("PATIENT", "DOCTOR"));
        post("/auth/register", "").then().spec(problem(422, "VALIDATION_ERROR"));
        post("/auth/verify-otp", Map.of("email", "a@b.org")).then().spec(invalidField("otp"));
        post("/auth/generate-otp", Map.of()).then().spec(invalidField("email"));
        post("/auth/send-otp", Map.of("email", "x")).then().spec(invalidField("email"));
    }

    @Test
    void aNameBelongsToOneAccountWhetherPendingOrNot() {
        EmailPerson person = aPerson();
        String userId = person.register().path("user_id");

        person.register()
                .then()
                .spec(problem(409, "USER_EXISTS"))
                .body("error.details.existing_user_id", equalTo(userId))
                .body("error.details.user_type", equalTo("PATIENT"));
        aPerson()
                .with("username", person.username().toUpperCase(java.util.Locale.ROOT))
                .register()
                .then()
                .spec(problem(409, "USER_EXISTS"));
        person.verify(notifications.codeFor(person.email())).then().statusCode(200);
        aPerson().with("email", person.email()).register().then().spec(problem(409, "USER_EXISTS"));
    }

    @Test
    void everyRefusalOfACodeLooksTheSame() {
        EmailPerson person = aPerson();
        person.register();
        String code = notifications.codeFor(person.email());

        person.verify(code.equals("000000") ? "000001" : "000000")
                .then()
                .spec(problem(400, "OTP_ERROR"))
                .body("error.details.otp_type", equalTo("verification"));
        aPerson().verify(code).then().spec(problem(400, "OTP_ERROR"));
        database.letExpire(database.challengeOf(person.email()));
        person.verify(code).then().spec(problem(400, "OTP_ERROR"));

        EmailPerson verified = aPerson();
        verified.registered(notifications);
        verified.verify(notifications.codeFor(verified.email())).then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void anotherCodeReplacesTheFirstAndProlongsNothing() {
        EmailPerson person = aPerson();
        person.register();
        String first = notifications.codeFor(person.email());
        String expires = database.query("SELECT expires_at FROM pending_registrations WHERE email = ?", person.email())
                .getFirst();
        database.letPausePass(database.challengeOf(person.email()));

        post("/auth/generate-otp", Map.of("email", person.email())).then().statusCode(200);

        notifications.awaitCount(person.email(), 2);
        String second = notifications.codeFor(person.email());
        if (!first.equals(second)) {
            person.verify(first).then().spec(problem(400, "OTP_ERROR"));
        }
        assertThat(database.query("SELECT expires_at FROM pending_registrations WHERE email = ?", person.email()))
                .containsExactly(expires);
        person.verify(second).then().statusCode(200);
    }

    @Test
    void askingForACodeAnswersTheSameForEverybody() {
        EmailPerson pending = aPerson();
        pending.register();
        EmailPerson verified = aPerson();
        verified.registered(notifications);

        Response ofPending = post("/auth/generate-otp", Map.of("email", pending.email()));
        ofPending.then().statusCode(200).body("success", equalTo(true)).body("message", notNullValue());
        for (String email : new String[] {verified.email(), aPerson().email()}) {
            Response first = post("/auth/send-otp", Map.of("email", email));
            first.then().statusCode(200);
            assertThat(first.asString()).isEqualTo(ofPending.asString());
            post("/auth/generate-otp", Map.of("email", email))
                    .then()
                    .spec(problem(429, "RATE_LIMIT"))
                    .header("Retry-After", notNullValue());
        }
        post("/auth/send-otp", Map.of("email", pending.email())).then().spec(problem(429, "RATE_LIMIT"));
    }

    @Test
    void aMailThatCannotBeSentKeepsTheRegistrationForAnotherTry() {
        EmailPerson person = aPerson();
        notifications.is(Mood.DOWN);
        person.register().then().spec(problem(503, "EMAIL_ERROR")).header("Retry-After", notNullValue());
        assertThat(profiles.has(person.email())).isTrue();
        person.register().then().spec(problem(409, "USER_EXISTS"));

        notifications.is(Mood.WELL);
        post("/auth/send-otp", Map.of("email", person.email())).then().statusCode(200);
        notifications.awaitCount(person.email(), 1);
        person.verify(notifications.codeFor(person.email())).then().statusCode(200);
    }

    @Test
    void whenMailIsDownForEverybodyEverybodyIsToldSo() {
        notifications.is(Mood.DOWN);
        for (int i = 0; i < 3; i++) {
            aPerson().register().then().spec(problem(503, "EMAIL_ERROR"));
        }

        post("/auth/generate-otp", Map.of("email", aPerson().email())).then().spec(problem(503, "EMAIL_ERROR"));
        post("/auth/forgot-password", Map.of("email", aPerson().email())).then().spec(problem(503, "EMAIL_ERROR"));

        notifications.is(Mood.WELL);
        aPerson().register().then().statusCode(200);
        post("/auth/generate-otp", Map.of("email", aPerson().email())).then().statusCode(200);
    }

    @Test
    void nothingStaysOfARegistrationWithAnAddressThatNobodyCanBeReachedAt() {
        EmailPerson person = aPerson();
        notifications.is(Mood.UNDELIVERABLE);

        person.register().then().spec(invalidField("email"));

        assertThat(profiles.has(person.email())).isFalse();
        notifications.is(Mood.WELL);
        aPerson().with("username", person.username()).register().then().statusCode(200);
    }

    @Test
    void aRegistrationMayStartAnewOnceItExpired() {
        EmailPerson person = aPerson();
        String first = person.register().path("user_id");
        database.update("""
                UPDATE accounts SET pending_until = now() - interval '1 s'
                WHERE id = (SELECT account_id FROM identifiers WHERE key = ?)
                """, person.email());
        person.verify(notifications.codeFor(person.email())).then().spec(problem(400, "OTP_ERROR"));

        String second = person.register().then().statusCode(200).extract().path("user_id");

        assertThat(second).isNotEqualTo(first);
        person.verify(notifications.codeFor(person.email())).then().statusCode(200);
    }
}
