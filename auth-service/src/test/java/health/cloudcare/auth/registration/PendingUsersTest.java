package health.cloudcare.auth.registration;

import java.util.Locale;
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
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.auth.EmailPerson.aPerson;
import static health.cloudcare.auth.EmailPerson.administrator;
import static health.cloudcare.auth.EmailPerson.as;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class PendingUsersTest {

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
    void administratorsAloneSeePendingUsers() {
        given().get("/admin/pending-users").then().spec(problem(401, "AUTH_FAILED"));
        String patient = Tokens.patient(UUID.randomUUID());
        as(patient).get("/admin/pending-users").then().spec(problem(403, "ACCESS_DENIED"));
        as(patient).delete("/admin/pending-users/PAT12345678").then().spec(problem(403, "ACCESS_DENIED"));
        as(patient).post("/admin/pending-users/PAT12345678/resend-otp").then().spec(problem(403, "ACCESS_DENIED"));
        as(patient).get("/admin/collections-status").then().spec(problem(403, "ACCESS_DENIED"));
        as(Tokens.systemAdmin()).get("/admin/pending-users").then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void showsEverythingDocumentedOfAPendingUserAndNoPassword() {
        EmailPerson person = aPerson().with("is_pregnant", true);
        String userId = person.register().path("user_id");

        Response answer = pending(administrator(), person.email().toUpperCase(Locale.ROOT));

        answer.then()
                .statusCode(200)
                .body("pending_users", hasSize(1))
                .body("total_count", equalTo(1))
                .body("active_count", equalTo(1))
                .body("expired_count", equalTo(0))
                .body("pending_users[0]._id", notNullValue())
                .body("pending_users[0].user_id", equalTo(userId))
                .body("pending_users[0].username", equalTo(person.username()))
                .body("pending_users[0].email", equalTo(person.email()))
                .body("pending_users[0].mobile", equalTo("9876543210"))
                .body("pending_users[0].first_name", equalTo("Asha"))
                .body("pending_users[0].last_name", equalTo("Rao"))
                .body("pending_users[0].user_type", equalTo("PATIENT"))
                .body("pending_users[0].is_pregnant", equalTo(true))
                .body("pending_users[0].created_at", endsWith("Z"))
                .body("pending_users[0].expires_at", endsWith("Z"))
                .body("pending_users[0].status", equalTo("pending"))
                .body("pending_users[0].time_remaining", matchesPattern("(29\\.\\d|30\\.0) minutes"))
                .body("pending_users[0]", not(hasKey("password_hash")));
    }

    @Test
    void findsByPartOfTheAddressLiterallyByTypeAndPageByPage() {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            aPerson()
                    .with("email", mark + "_" + i + "@example.org")
                    .register()
                    .then()
                    .statusCode(200);
        }
        aPerson()
                .with("email", mark + "x3@example.org")
                .with("user_type", "doctor")
                .register();
        String token = administrator();

        pending(token, mark).then().body("total_count", equalTo(4));
        pending(token, mark + "_").then().body("total_count", equalTo(3));
        pending(token, mark + ".").then().body("total_count", equalTo(0));
        pending(token, mark + "%").then().body("total_count", equalTo(0));
        as(token)
                .queryParam("email", mark)
                .queryParam("user_type", "doctor")
                .get("/admin/pending-users")
                .then()
                .body("pending_users", hasSize(1))
                .body("pending_users[0].user_type", equalTo("DOCTOR"))
                .body("pending_users[0]", hasKey("specialization"))
                .body("pending_users[0]", not(hasKey("is_pregnant")));
        as(token)
                .queryParam("email", mark)
                .queryParam("skip", 1)
                .queryParam("limit", 2)
                .get("/admin/pending-users")
                .then()
                .body("pending_users", hasSize(2))
                .body("total_count", equalTo(4));
        as(token)
                .queryParam("user_type", "nurse")
                .get("/admin/pending-users")
                .then()
                .spec(invalidField("user_type"));
        as(token)
                .queryParam("limit", 1_000_000)
                .get("/admin/pending-users")
                .then()
                .statusCode(200);
    }

    @Test
    void showsExpiredOnesWhenAsked() {
        EmailPerson person = aPerson();
        person.register();
        expire(person);
        String token = administrator();

        pending(token, person.email())
                .then()
                .body("pending_users", hasSize(0))
                .body("total_count", equalTo(0))
                .body("expired_count", equalTo(1));
        as(token)
                .queryParam("email", person.email())
                .queryParam("include_expired", true)
                .get("/admin/pending-users")
                .then()
                .body("total_count", equalTo(1))
                .body("active_count", equalTo(0))
                .body("pending_users[0].status", equalTo("expired"))
                .body("pending_users[0].time_remaining", equalTo(null));
    }

    @Test
    void deletesAPendingUserOnBothSides() {
        EmailPerson person = aPerson();
        String userId = person.register().path("user_id");
        String token = administrator();

        as(token)
                .delete("/admin/pending-users/" + userId)
                .then()
                .statusCode(200)
                .body("message", notNullValue());

        assertThat(profiles.has(person.email())).isFalse();
        person.verify(notifications.codeFor(person.email())).then().spec(problem(400, "OTP_ERROR"));
        as(token)
                .delete("/admin/pending-users/" + userId)
                .then()
                .spec(problem(404, "USER_NOT_FOUND"))
                .body("error.details.identifier", equalTo(userId));
        person.register().then().statusCode(200);
    }

    @Test
    void leavesVerifiedUsersAlone() {
        EmailPerson person = aPerson();
        String userId = person.registered(notifications).path("user_id");

        as(administrator()).delete("/admin/pending-users/" + userId).then().spec(problem(404, "USER_NOT_FOUND"));
        as(administrator())
                .post("/admin/pending-users/" + userId + "/resend-otp")
                .then()
                .spec(problem(404, "USER_NOT_FOUND"));
        person.logIn().then().statusCode(200);
    }

    @Test
    void sendsAnotherCode() {
        EmailPerson person = aPerson();
        String userId = person.register().path("user_id");
        String first = notifications.codeFor(person.email());
        String token = administrator();
        String path = "/admin/pending-users/" + userId + "/resend-otp";
        as(token).post(path).then().spec(problem(429, "RATE_LIMIT"));
        database.letPausePass(database.challengeOf(person.email()));

        as(token)
                .post(path)
                .then()
                .statusCode(200)
                .body("message", notNullValue())
                .body("user_id", equalTo(userId))
                .body("email", equalTo(person.email()));

        String second = notifications.codeFor(person.email());
        if (!first.equals(second)) {
            person.verify(first).then().spec(problem(400, "OTP_ERROR"));
        }
        database.letPausePass(database.challengeOf(person.email()));
        notifications.is(Mood.DOWN);
        as(token).post(path).then().spec(problem(503, "EMAIL_ERROR"));
        expire(person);
        as(token).post(path).then().spec(problem(400, "OTP_ERROR"));
        as(token).post("/admin/pending-users/PAT00000000/resend-otp").then().spec(problem(404, "USER_NOT_FOUND"));
    }

    @Test
    void countsWhatThereIs() {
        aPerson().registered(notifications);
        aPerson().register();

        as(administrator())
                .get("/admin/collections-status")
                .then()
                .statusCode(200)
                .body("collections.patients_v2.count", greaterThan(0))
                .body("collections.doctor_v2.count", notNullValue())
                .body("collections.pending_users.active_count", greaterThan(0))
                .body("collections.pending_users.total_count", greaterThan(0))
                .body("collections.pending_users.expired_count", notNullValue())
                .body("collections.user_sessions.count", greaterThan(0))
                .body("collections.otp_codes.count", greaterThan(0))
                .body("collections.otp_codes.description", notNullValue())
                .body("total_verified_users", greaterThan(0))
                .body("timestamp", endsWith("Z"));
    }

    private void expire(EmailPerson person) {
        database.update(
                "UPDATE pending_registrations SET expires_at = now() - interval '1 s' WHERE email = ?", person.email());
        database.update("""
                UPDATE accounts SET pending_until = now() - interval '1 s'
                WHERE id = (SELECT account_id FROM identifiers WHERE key = ?)
                """, person.email());
    }

    private static Response pending(String token, String email) {
        return as(token).queryParams(Map.of("email", email)).get("/admin/pending-users");
    }
}
