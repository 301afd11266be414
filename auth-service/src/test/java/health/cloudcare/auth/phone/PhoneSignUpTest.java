package health.cloudcare.auth.phone;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.Database;
import health.cloudcare.auth.FakeNotificationService;
import health.cloudcare.auth.FakeNotificationService.Mood;
import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.PhonePerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.auth.PhonePerson.aDoctor;
import static health.cloudcare.auth.PhonePerson.aPatient;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class PhoneSignUpTest {

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
    void sendsACodeAndAnswersWithItsId() {
        PhonePerson person = aPatient();

        Response answer = person.signUp();

        answer.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("status", equalTo("success"))
                .body("message", notNullValue())
                .body("detail", equalTo(answer.<String>path("message")))
                .body("timestamp", endsWith("Z"))
                .body("id", hasLength(36))
                .body("transaction_id", equalTo(answer.<String>path("id")))
                .body("data.id", equalTo(answer.<String>path("id")));
        FakeNotificationService.Sent sent = notifications.sentTo(person.phone()).getFirst();
        assertThat(sent.channel()).isEqualTo("SMS");
        assertThat(sent.template()).isEqualTo("verification-code");
        assertThat(sent.code()).matches("[0-9]{6}");
        assertThat(sent.parameters()).containsEntry("valid_minutes", "5");
        assertThat(notifications.lastAuthorization()).startsWith("Bearer ");
    }

    @Test
    void theCodeMakesTheAccountAndSetsTheCookie() {
        PhonePerson person = aDoctor();
        String id = person.signUp().path("id");

        Response answer = person.verify("signup", id, notifications.codeFor(person.phone()));

        answer.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("session.user_id", hasLength(36))
                .body("session.user_type", equalTo("DOCTOR"))
                .body("session.name", equalTo("Asha Rao"))
                .body("session.phone", equalTo(person.phone()))
                .body("session.verified", equalTo(true))
                .body("session.isLoggedIn", equalTo(true))
                .body("session.createdAt", endsWith("Z"))
                .body("session.expires_at", endsWith("Z"))
                .body("user_data._id", equalTo(answer.<String>path("session.user_id")))
                .body("data.session.name", equalTo("Asha Rao"));
        assertThat(answer.header("Set-Cookie"))
                .contains("session_id=", "Max-Age=3600", "Path=/", "Secure", "HttpOnly", "SameSite=Strict");
        assertThat(answer.asString()).doesNotContain(answer.getCookie("session_id"));
        String profile = answer.path("user_data.doctor_id");
        assertThat(profiles.profile(profile).get("first_name").asText()).isEqualTo("Asha");
        assertThat(profiles.profile(profile).get("phone_primary").asText()).isEqualTo(person.phone());
    }

    @Test
    void takesEveryDocumentedSpellingOfTheRequest() {
        post(
                        "/auth/signup",
                        Map.of("phone", aPatient().number(), "country_code", 91, "name", "A", "user_type", "Patient"))
                .then()
                .statusCode(200);
        post("/auth/signup", Map.of("phone", aPatient().phone(), "name", "A", "role", "DOCTOR", "user_type", "doctor"))
                .then()
                .statusCode(200);
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        String phone = aPatient().number();
        post("/auth/signup", Map.of("name", "A", "role", "patient")).then().spec(invalidField("phone"));
        post("/auth/signup", Map.of("phone", "12345", "name", "A", "role", "patient"))
                .then()
                .spec(invalidField("phone"));
        post("/auth/signup", Map.of("phone", phone, "role", "patient")).then().spec(invalidField("name"));
        post("/auth/signup", Map.of("phone", phone, "name", "A")).then().spec(invalidField("role"));
        post("/auth/signup", Map.of("phone", phone, "name", "A", "role", "admin"))
                .then()
                .spec(invalidField("role"))
                .body("error.details.allowed_values", notNullValue());
        post("/auth/signup", Map.of("phone", phone, "name", "A", "role", "patient", "user_type", "doctor"))
                .then()
                .spec(invalidField("role"));
        post("/auth/signup", "").then().spec(problem(422, "VALIDATION_ERROR"));
        post("/auth/signup/verify/" + UUID.randomUUID(), Map.of()).then().spec(invalidField("otp"));
        post("/auth/signup/resendotp", Map.of()).then().spec(invalidField("phone"));
    }

    @Test
    void refusesAWrongCodeAnotherPhoneAndAnUnknownId() {
        PhonePerson person = aPatient();
        String id = person.signUp().path("id");
        String code = notifications.codeFor(person.phone());

        person.verify("signup", id, code.equals("000000") ? "000001" : "000000")
                .then()
                .spec(problem(401, "OTP_INVALID"));
        post(
                        "/auth/signup/verify/" + id,
                        Map.of("otp", code, "phone", aPatient().number(), "country_code", 91))
                .then()
                .spec(problem(400, "PHONE_MISMATCH"));
        person.verify("signup", UUID.randomUUID().toString(), code).then().spec(problem(410, "OTP_EXPIRED"));
        person.verify("signup", "64f0c0ffee64f0c0ffee64f0", code).then().spec(problem(410, "OTP_EXPIRED"));

        post("/auth/signup/verify/" + id, Map.of("otp", code, "phone", person.number(), "country_code", 91))
                .then()
                .statusCode(200);
        person.verify("signup", id, code).then().spec(problem(410, "OTP_EXPIRED"));
    }

    @Test
    void refusesAnExpiredCode() {
        PhonePerson person = aPatient();
        String id = person.signUp().path("id");
        database.letExpire(id);

        person.verify("signup", id, notifications.codeFor(person.phone()))
                .then()
                .spec(problem(410, "OTP_EXPIRED"));
    }

    @Test
    void aRegisteredPhoneIsNotSignedUpAgain() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);

        person.signUp().then().spec(problem(409, "USER_EXISTS"));
        person.sendAgain("signup").then().spec(problem(409, "ALREADY_VERIFIED"));
    }

    @Test
    void anUnverifiedPhoneGetsAnotherCodeAfterAPause() {
        PhonePerson person = aPatient();
        String first = person.signUp().path("id");
        String firstCode = notifications.codeFor(person.phone());

        person.signUp().then().spec(problem(429, "RATE_LIMIT")).header("Retry-After", notNullValue());
        database.letPausePass(first);
        String second = person.signUp().then().statusCode(200).extract().path("id");

        assertThat(second).isNotEqualTo(first);
        person.verify("signup", first, firstCode).then().spec(problem(410, "OTP_EXPIRED"));
        person.verify("signup", second, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverHoldsThePhoneDecidesAboutNameAndRole() {
        PhonePerson person = aPatient();
        String first = person.signUpAs("Somebody Else").path("id");
        person.signUpAs("Asha Rao").then().spec(problem(429, "RATE_LIMIT"));
        database.letPausePass(first);

        String second =
                person.signUpAs("Asha Rao").then().statusCode(200).extract().path("id");

        person.verify("signup", second, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200)
                .body("session.name", equalTo("Asha Rao"));
    }

    @Test
    void aResendKeepsTheIdAndReplacesTheCode() {
        PhonePerson person = aPatient();
        String id = person.signUp().path("id");
        String first = notifications.codeFor(person.phone());
        person.sendAgain("signup").then().spec(problem(429, "RATE_LIMIT")).header("Retry-After", notNullValue());
        database.letPausePass(id);
        database.letExpire(id);

        person.sendAgain("signup")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue())
                .body("id", equalTo(id))
                .body("transaction_id", equalTo(id));

        String second = notifications.codeFor(person.phone());
        if (!first.equals(second)) {
            person.verify("signup", id, first).then().spec(problem(401, "OTP_INVALID"));
        }
        person.verify("signup", id, second).then().statusCode(200);
    }

    @Test
    void anUnknownPhoneGetsNoFurtherCode() {
        aPatient().sendAgain("signup").then().spec(problem(404, "USER_NOT_FOUND"));
    }

    @Test
    void tellsThatNoSmsCanBeSentAndLetsThePersonTryAgainAtOnce() {
        PhonePerson person = aPatient();
        notifications.is(Mood.DOWN);
        person.signUp().then().spec(problem(503, "SMS_ERROR")).header("Retry-After", notNullValue());
        person.sendAgain("signup").then().spec(problem(503, "SMS_ERROR"));
        notifications.is(Mood.UNDELIVERABLE);
        person.signUp().then().spec(invalidField("phone"));

        notifications.is(Mood.WELL);
        String id = person.sendAgain("signup").then().statusCode(200).extract().path("id");
        person.verify("signup", id, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void nothingIsLeftOfASignupThatTheOwnerOfProfilesCannotTake() {
        PhonePerson person = aPatient();
        profiles.is(FakeProfileServices.Mood.DOWN);
        person.signUp().then().spec(problem(503, "UNAVAILABLE"));

        profiles.is(FakeProfileServices.Mood.WELL);
        person.signedUp(notifications);
    }

    @Test
    void aSignupThatNobodyProvedInTimeIsOver() {
        PhonePerson person = aPatient();
        String id = person.signUp().path("id");
        database.update(
                "UPDATE accounts SET pending_until = now() - interval '1 s' WHERE id = (SELECT account_id FROM otp_challenges WHERE id = ?)",
                UUID.fromString(id));

        person.verify("signup", id, notifications.codeFor(person.phone()))
                .then()
                .spec(problem(410, "OTP_EXPIRED"));
        person.sendAgain("signup").then().spec(problem(404, "USER_NOT_FOUND"));
        person.signUp().then().statusCode(200).body("id", not(equalTo(id)));
    }
}
