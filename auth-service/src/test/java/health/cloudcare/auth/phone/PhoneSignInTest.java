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
import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.auth.PhonePerson.aDoctor;
import static health.cloudcare.auth.PhonePerson.aPatient;
import static health.cloudcare.auth.PhonePerson.sessionDetail;
import static health.cloudcare.auth.PhonePerson.tokenOf;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class PhoneSignInTest {

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
    void signsInByACode() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);

        Response started = person.signIn();
        started.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue())
                .body("transaction_id", equalTo(started.<String>path("id")));
        assertThat(notifications.sentTo(person.phone()).getLast().template()).isEqualTo("sign-in-code");
        Response answer = person.verify("signin", started.path("id"), notifications.codeFor(person.phone()));

        answer.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("session.user_type", equalTo("PATIENT"))
                .body("user_data.phone", equalTo(person.phone()))
                .body("user_data.public_id", matchesPattern("PAT[0-9]{8}"))
                .body("user_data.verified", equalTo(true));
        assertThat(answer.header("Set-Cookie"))
                .contains("Max-Age=3600", "Path=/", "Secure", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void knowsOnlyVerifiedPhones() {
        aPatient().signIn().then().spec(problem(404, "USER_NOT_FOUND"));
        aPatient().sendAgain("signin").then().spec(problem(404, "USER_NOT_FOUND"));
        PhonePerson unverified = aPatient();
        unverified.signUp();
        unverified.signIn().then().spec(problem(401, "USER_NOT_VERIFIED"));
        unverified.sendAgain("signin").then().spec(problem(401, "USER_NOT_VERIFIED"));
        post("/auth/signin", Map.of("phone", "12")).then().spec(invalidField("phone"));
        post("/auth/signin", Map.of()).then().spec(invalidField("phone"));
        post("/auth/signin/resendotp", Map.of("phone", "x")).then().spec(invalidField("phone"));
    }

    @Test
    void refusesAWrongCodeAnotherPhoneAndAnUnknownId() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        String code = notifications.codeFor(person.phone());

        person.verify("signin", id, code.equals("000000") ? "000001" : "000000")
                .then()
                .spec(problem(401, "OTP_INVALID"));
        post(
                        "/auth/signin/verify/" + id,
                        Map.of("otp", code, "phone", aPatient().phone()))
                .then()
                .spec(problem(400, "PHONE_MISMATCH"));
        post("/auth/signin/verify/" + id, Map.of("phone", person.phone()))
                .then()
                .spec(invalidField("otp"));
        person.verify("signin", UUID.randomUUID().toString(), code).then().spec(problem(410, "OTP_EXPIRED"));
        person.verify("signin", "1", code).then().spec(problem(410, "OTP_EXPIRED"));
        database.letExpire(id);
        person.verify("signin", id, code).then().spec(problem(410, "OTP_EXPIRED"));
    }

    @Test
    void aResendKeepsTheIdThatTheClientHas() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        person.sendAgain("signin").then().spec(problem(429, "RATE_LIMIT"));
        database.letPausePass(id);

        person.sendAgain("signin").then().statusCode(200).body("id", equalTo(id));

        person.verify("signin", id, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void aNewerCodeReplacesAnOlderOne() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String first = person.signIn().path("id");
        String code = notifications.codeFor(person.phone());
        database.letPausePass(first);
        String second = person.signIn().path("id");

        person.verify("signin", first, code).then().spec(problem(410, "OTP_EXPIRED"));
        person.verify("signin", second, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void tellsThatNoSmsCanBeSent() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        notifications.is(Mood.DOWN);

        person.signIn().then().spec(problem(503, "SMS_ERROR"));
        person.sendAgain("signin").then().spec(problem(503, "SMS_ERROR"));
    }

    @Test
    void aLockedAccountDoesNotSignIn() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        database.update(
                "UPDATE accounts SET locked_at = now() WHERE id = (SELECT account_id FROM otp_challenges WHERE id = ?)",
                UUID.fromString(id));

        person.verify("signin", id, notifications.codeFor(person.phone()))
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
        database.letPausePass(id);
        person.signIn().then().spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void showsTheSession() {
        Response signedUp = aDoctor().signedUp(notifications);

        sessionDetail(tokenOf(signedUp))
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("user._id", equalTo(signedUp.<String>path("user_data.id")))
                .body("profile.doctor_id", notNullValue())
                .body("connections", hasSize(1))
                .body("connections[0].peer_name", equalTo("Ravi Kumar"))
                .body("user_id", equalTo(signedUp.<String>path("session.user_id")))
                .body("user_type", equalTo("DOCTOR"))
                .body("name", equalTo("Asha Rao"))
                .body("phone", equalTo(signedUp.<String>path("session.phone")))
                .body("verified", equalTo(true))
                .body("isLoggedIn", equalTo(true))
                .body("createdAt", endsWith("Z"))
                .body("data.connections", hasSize(1));
        given().get("/protected/user/sessionDetail").then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void signsOutByCookieOrTokenAsOftenAsOneLikes() {
        PhonePerson person = aPatient();
        Response signedUp = person.signedUp(notifications);
        String token = tokenOf(signedUp);
        String cookie = signedUp.getCookie("session_id");

        Response first = given().cookie("session_id", cookie).post("/auth/signout");

        first.then().statusCode(200).body("success", equalTo(true)).body("status", equalTo("success"));
        assertThat(first.header("Set-Cookie"))
                .contains("session_id=", "Max-Age=0", "Path=/", "Secure", "HttpOnly", "SameSite=Strict");
        given().cookie("session_id", cookie).post("/auth/signout").then().statusCode(200);
        given().cookie("session_id", "forged").post("/auth/signout").then().statusCode(200);
        given().post("/auth/signout").then().statusCode(200);
        sessionDetail(token).then().spec(problem(401, "SESSION_ERROR"));
        post("/internal/v1/cookie-sessions", Map.of("cookie", cookie)).then().spec(problem(404, "NOT_FOUND"));

        String id = person.signIn().path("id");
        String second = tokenOf(person.verify("signin", id, notifications.codeFor(person.phone())));
        given().auth().oauth2(second).post("/auth/signout").then().statusCode(200);
        given().auth().oauth2(second).post("/auth/signout").then().statusCode(200);
        given().auth().oauth2("not.a.token").post("/auth/signout").then().statusCode(200);
        sessionDetail(second).then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void deletesTheAccountAndClearsTheCookie() {
        PhonePerson person = aPatient();
        Response signedUp = person.signedUp(notifications);
        String token = tokenOf(signedUp);

        Response answer = given().auth().oauth2(token).post("/protected/user/deleteProfile");

        answer.then().statusCode(200).body("success", equalTo(true)).body("message", notNullValue());
        assertThat(answer.header("Set-Cookie"))
                .contains("session_id=", "Max-Age=0", "Path=/", "Secure", "HttpOnly", "SameSite=Strict");
        sessionDetail(token).then().spec(problem(401, "SESSION_ERROR"));
        person.signIn().then().spec(problem(404, "USER_NOT_FOUND"));
        given().post("/protected/user/deleteProfile").then().spec(problem(401, "AUTH_FAILED"));
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            records.await(withKey(signedUp.<String>path("user_data.id")).and(withType(AccountDeleted.TYPE)));
        }
        person.signedUp(notifications);
    }
}
