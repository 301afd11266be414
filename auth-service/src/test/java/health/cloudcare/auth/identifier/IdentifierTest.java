package health.cloudcare.auth.identifier;

import java.util.Map;
import java.util.UUID;

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
import health.cloudcare.auth.PhonePerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.EmailPerson.aPerson;
import static health.cloudcare.auth.EmailPerson.as;
import static health.cloudcare.auth.PhonePerson.aPatient;
import static health.cloudcare.auth.PhonePerson.tokenOf;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class IdentifierTest {

    private static final String PATH = "/api/v1/auth/me/identifiers";
    private static final String NEW_PASSWORD = "nine red lanterns";

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
    void somebodyOfTheOtpSurfaceGetsAnAddressANameAndAPasswordAndSignsInWithAll() {
        PhonePerson person = aPatient();
        String token = tokenOf(person.signedUp(notifications));
        EmailPerson names = aPerson();

        String id = add(token, "email", names.email())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(list(token).<Boolean>path("has_password")).isFalse();
        list(token).then().body("identifiers.kind", not(hasItem("EMAIL")));
        prove(token, id, notifications.codeFor(names.email()))
                .then()
                .statusCode(200)
                .body("identifiers.kind", hasItems("EMAIL", "PHONE", "USER_ID"));
        notifications.await(person.phone(), "identifier-added");
        add(token, "username", names.username()).then().statusCode(200).body("identifiers.kind", hasItem("USERNAME"));
        as(token)
                .body(Map.of("new_password", NEW_PASSWORD))
                .put("/api/v1/auth/me/password")
                .then()
                .statusCode(200);

        names.logIn(names.email(), NEW_PASSWORD).then().statusCode(200);
        names.logIn(names.username(), NEW_PASSWORD).then().statusCode(200);
        names.logIn(person.phone(), NEW_PASSWORD).then().statusCode(200);
        add(token, "email", names.email(), NEW_PASSWORD).then().spec(problem(409, "ALREADY_VERIFIED"));
    }

    @Test
    void aSessionAloneAddsNothingToAnAccountWithAPassword() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        String token = person.logIn().path("access_token");
        String address = aPerson().email();

        add(token, "email", address, "").then().spec(invalidField("current_password"));
        add(token, "email", address, "not the password").then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void somebodyWithAnAddressGetsAPhoneAndSignsInByCodes() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        String token = person.logIn().path("access_token");
        PhonePerson phone = aPatient();

        String id = add(token, "phone", phone.number()).path("id");
        prove(token, id, notifications.codeFor(phone.phone())).then().statusCode(200);

        notifications.await(person.email(), "identifier-added");
        String transaction = phone.signIn().then().statusCode(200).extract().path("id");
        phone.verify("signin", transaction, notifications.codeFor(phone.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void whoseANameIsStaysUntoldAndOnlyItsHolderLearnsThatItIsTaken() {
        PhonePerson owner = aPatient();
        owner.signedUp(notifications);
        String token = tokenOf(aPatient().signedUp(notifications));

        String id = add(token, "phone", owner.phone())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Response refused = prove(token, id, notifications.codeFor(owner.phone()));

        refused.then().spec(problem(409, "IDENTIFIER_TAKEN"));
        assertThat(refused.asString()).doesNotContain(owner.number());
        EmailPerson named = aPerson();
        named.registered(notifications);
        add(token, "username", named.username()).then().spec(problem(409, "IDENTIFIER_TAKEN"));
    }

    @Test
    void aNewNameTakesThePlaceOfTheOldOneOfItsKind() {
        EmailPerson before = aPerson();
        before.registered(notifications);
        String token = before.logIn().path("access_token");
        EmailPerson after = aPerson();

        String id = add(token, "email", after.email()).path("id");
        prove(token, id, notifications.codeFor(after.email())).then().statusCode(200);

        before.logIn().then().spec(problem(401, "AUTH_FAILED"));
        after.logIn().then().statusCode(200).body("user.email", equalTo(after.email()));
        notifications.await(before.email(), "identifier-added");
    }

    @Test
    void aCodeIsForItsAccountAloneAndWorksOnce() {
        String token = tokenOf(aPatient().signedUp(notifications));
        String another = tokenOf(aPatient().signedUp(notifications));
        EmailPerson person = aPerson();
        String id = add(token, "email", person.email()).path("id");
        String code = notifications.codeFor(person.email());

        prove(another, id, code).then().spec(problem(400, "OTP_ERROR"));
        prove(token, id, code.equals("000000") ? "000001" : "000000").then().spec(problem(400, "OTP_ERROR"));
        prove(token, UUID.randomUUID().toString(), code).then().spec(problem(400, "OTP_ERROR"));
        prove(token, id, code).then().statusCode(200);
        prove(token, id, code).then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void aNewerRequestReplacesTheOlderOne() {
        String token = tokenOf(aPatient().signedUp(notifications));
        EmailPerson first = aPerson();
        EmailPerson second = aPerson();
        String id = add(token, "email", first.email()).path("id");
        add(token, "email", second.email()).then().spec(problem(429, "RATE_LIMIT"));
        database.letPausePass(id);
        add(token, "email", second.email()).then().statusCode(202);

        prove(token, id, notifications.codeFor(first.email())).then().spec(problem(400, "OTP_ERROR"));
    }

    @Test
    void nobodyLosesTheLastWayToSignIn() {
        PhonePerson person = aPatient();
        String token = tokenOf(person.signedUp(notifications));
        as(token).delete(PATH + "/phone").then().spec(problem(409, "LAST_IDENTIFIER"));
        add(token, "username", aPerson().username()).then().statusCode(200);
        // a user name without a password opens nothing
        as(token).delete(PATH + "/phone").then().spec(problem(409, "LAST_IDENTIFIER"));
        as(token).delete(PATH + "/user_id").then().spec(problem(409, "IDENTIFIER_FIXED"));
        as(token).delete(PATH + "/email").then().spec(problem(404, "NOT_FOUND"));
        as(token).delete(PATH + "/shoe_size").then().spec(problem(404, "NOT_FOUND"));

        as(token).body(Map.of("new_password", NEW_PASSWORD)).put("/api/v1/auth/me/password");
        as(token)
                .delete(PATH + "/PHONE")
                .then()
                .statusCode(200)
                .body("identifiers.find { it.kind == 'PHONE' }", nullValue());

        person.signIn().then().spec(problem(404, "USER_NOT_FOUND"));
    }

    @Test
    void namesWhatIsMissingOrWrongAndTellsWhatCannotBeSent() {
        String token = tokenOf(aPatient().signedUp(notifications));
        given().contentType("application/json").body(Map.of()).post(PATH).then().spec(problem(401, "AUTH_FAILED"));
        as(token).body(Map.of()).post(PATH).then().spec(problem(422, "VALIDATION_ERROR"));
        as(token)
                .body(Map.of("email", "a@b.org", "phone", "9876543210"))
                .post(PATH)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
        add(token, "email", "nobody").then().spec(invalidField("email"));
        add(token, "phone", "12345").then().spec(invalidField("phone"));
        add(token, "username", "DOC12345678").then().spec(invalidField("username"));
        notifications.is(Mood.DOWN);
        add(token, "phone", aPatient().number()).then().spec(problem(503, "SMS_ERROR"));
        add(token, "email", aPerson().email()).then().spec(problem(503, "EMAIL_ERROR"));
        notifications.is(Mood.UNDELIVERABLE);
        add(token, "email", aPerson().email()).then().spec(invalidField("email"));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsItAndEndsAllOtherSessions() {
        EmailPerson person = aPerson();
        person.registered(notifications);
        String token = person.logIn().path("access_token");
        String other = person.logIn().path("access_token");

        change(token, null, NEW_PASSWORD).then().spec(invalidField("current_password"));
        change(token, "wrong", NEW_PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        change(token, EmailPerson.PASSWORD, "short").then().spec(invalidField("new_password"));
        change(token, EmailPerson.PASSWORD, NEW_PASSWORD).then().statusCode(200).body("success", equalTo(true));

        as(token).get("/api/v1/auth/me").then().statusCode(200);
        as(other).get("/api/v1/auth/me").then().spec(problem(401, "SESSION_ERROR"));
        person.logIn().then().spec(problem(401, "AUTH_FAILED"));
        person.logIn(person.email(), NEW_PASSWORD).then().statusCode(200);
        notifications.await(person.email(), "password-changed");
    }

    private static Response change(String token, String current, String next) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("current_password", current);
        body.put("new_password", next);
        return as(token).body(body).put("/api/v1/auth/me/password");
    }

    private static Response add(String token, String kind, String value) {
        return add(token, kind, value, EmailPerson.PASSWORD);
    }

    private static Response add(String token, String kind, String value, String currentPassword) {
        return as(token)
                .body(Map.of(kind, value, "current_password", currentPassword))
                .post(PATH);
    }

    private static Response prove(String token, String id, String code) {
        return as(token).body(Map.of("otp", code)).post(PATH + "/" + id + "/verify");
    }

    private static Response list(String token) {
        return as(token).get(PATH);
    }
}
