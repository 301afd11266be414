package health.cloudcare.auth.passwordreset;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
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
import static health.cloudcare.auth.EmailPerson.as;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class PasswordResetTest {

    private static final String NEW_PASSWORD = "eight blue lanterns";

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
    void aCodeGivesANewPasswordAndEndsEverySession() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        Response session = person.logIn();

        forgot(person.email())
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue());
        FakeNotificationService.Sent sent = notifications.await(person.email(), "password-reset-code");
        assertThat(sent.parameters()).containsEntry("valid_minutes", "10");
        reset(person.email(), sent.code(), NEW_PASSWORD)
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue());

        person.logIn().then().spec(problem(401, "AUTH_FAILED"));
        person.logIn(person.email(), NEW_PASSWORD).then().statusCode(200);
        as(session.path("access_token")).get("/api/v1/auth/me").then().spec(problem(401, "SESSION_ERROR"));
        post("/api/v1/auth/refresh", Map.of("refresh_token", session.path("refresh_token")))
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        notifications.await(person.email(), "password-changed");
        reset(person.email(), sent.code(), "another password").then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void answersTheSameForEverybody() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        EmailPerson pending = aPerson();
        pending.register();

        String known = forgot(person.email()).then().statusCode(200).extract().asString();
        EmailPerson nobody = aPerson();
        String unknown = forgot(nobody.email()).then().statusCode(200).extract().asString();
        String unverified =
                forgot(pending.email()).then().statusCode(200).extract().asString();

        assertThat(unknown).isEqualTo(known);
        assertThat(unverified).isEqualTo(known);
        notifications.await(person.email(), "password-reset-code");
        assertThat(notifications.sentTo(pending.email())).hasSize(1);
        forgot(person.email()).then().spec(problem(429, "RATE_LIMIT")).header("Retry-After", notNullValue());
        forgot(nobody.email()).then().spec(problem(429, "RATE_LIMIT")).header("Retry-After", notNullValue());
    }

    @Test
    void everyRefusalOfACodeLooksTheSame() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        reset(person.email(), "123456", NEW_PASSWORD).then().spec(problem(400, "OTP_ERROR"));
        reset(aPerson().email(), "123456", NEW_PASSWORD).then().spec(problem(400, "OTP_ERROR"));
        forgot(person.email());
        String code = notifications.await(person.email(), "password-reset-code").code();
        reset(person.email(), code.equals("000000") ? "000001" : "000000", NEW_PASSWORD)
                .then()
                .spec(problem(400, "OTP_ERROR"))
                .body("error.details.otp_type", equalTo("password_reset"));
        database.letExpire(database.challengeOf(person.email()));
        reset(person.email(), code, NEW_PASSWORD).then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void aCodeOfTheRegistrationGivesNoPassword() {
        EmailPerson person = aPerson();
        person.register();
        String code = notifications.codeFor(person.email());

        reset(person.email(), code, NEW_PASSWORD).then().spec(problem(400, "OTP_ERROR"));
        person.verify(code).then().statusCode(200);
        reset(person.email(), code, NEW_PASSWORD).then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        post("/auth/forgot-password", Map.of()).then().spec(invalidField("email"));
        post("/auth/forgot-password", Map.of("email", "x")).then().spec(invalidField("email"));
        post("/auth/reset-password", Map.of("email", "a@b.org", "otp", "123456"))
                .then()
                .spec(invalidField("new_password"));
        post("/auth/reset-password", Map.of("email", "a@b.org", "new_password", NEW_PASSWORD))
                .then()
                .spec(invalidField("otp"));
    }

    @Test
    void aPasswordThatCannotBeTakenDoesNotUseTheCodeUp() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        forgot(person.email());
        String code = notifications.await(person.email(), "password-reset-code").code();

        reset(person.email(), code, "short").then().spec(invalidField("new_password"));
        reset(person.email(), code, person.email()).then().spec(invalidField("new_password"));
        // what is wrong with it is told to nobody else
        reset(aPerson().email(), code, "short").then().spec(problem(400, "OTP_ERROR"));
        reset(person.email(), code, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void mailThatIsDownFailsNobody() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        notifications.is(Mood.DOWN);

        forgot(person.email()).then().statusCode(200);

        Awaitility.await().untilAsserted(() -> assertThat(database.query("""
                                SELECT sent_at FROM otp_challenges o JOIN identifiers i ON i.account_id = o.account_id
                                WHERE i.key = ? AND purpose = 'PASSWORD_RESET'
                                """, person.email()))
                .containsExactly((String) null));
        notifications.is(Mood.WELL);
        database.forgetLimits();
        forgot(person.email()).then().statusCode(200);
        String code = notifications.await(person.email(), "password-reset-code").code();
        reset(person.email(), code, NEW_PASSWORD).then().statusCode(200);
    }

    private static Response forgot(String email) {
        return post("/auth/forgot-password", Map.of("email", email));
    }

    private static Response reset(String email, String code, String password) {
        return post("/auth/reset-password", Map.of("email", email, "otp", code, "new_password", password));
    }
}
