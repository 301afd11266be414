package health.cloudcare.auth.login;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.redis.datasource.RedisDataSource;
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
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.PASSWORD;
import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class LoginTest {

    FakeProfileServices services;

    @Inject
    RedisDataSource redis;

    @Inject
    Accounts accounts;

    @BeforeEach
    void recover() {
        services.is(Mood.WELL);
    }

    @Test
    void signsInByEmailHoweverItIsWritten() {
        NewPerson person = aPerson();
        String account = person.signedUp().path("user.id");

        login("email", person.email().toUpperCase(Locale.ROOT), PASSWORD)
                .then()
                .statusCode(200)
                .body("user.id", equalTo(account))
                .body("user.name", equalTo("Asha Rao"))
                .body("user.aadhar_uid", hasLength(64));
    }

    @Test
    void signsInByAadhaarAsPeopleTypeIt() {
        NewPerson person = aPerson();
        String account = person.signedUp().path("user.id");
        String spaced = person.aadhaar().replaceAll("(....)(?=.)", "$1 ");

        login("aadhar", spaced, PASSWORD).then().statusCode(200).body("user.id", equalTo(account));
    }

    @Test
    void signsInByPublicIdOnTheOtherSurface() {
        NewPerson person = aPerson();
        String userId = person.signedUp().path("user_id");

        post("/auth/login", Map.of("username", userId.toLowerCase(Locale.ROOT), "password", PASSWORD))
                .then()
                .statusCode(200)
                .body("access_token", notNullValue())
                .body("token_type", equalTo("bearer"))
                .body("user_id", equalTo(userId))
                .body("user_type", equalTo("PATIENT"))
                .body("session_id", notNullValue());
        post("/auth/login", Map.of("username", person.email(), "password", PASSWORD))
                .then()
                .statusCode(200);
        post("/auth/login", Map.of("username", "nobody", "password", PASSWORD))
                .then()
                .spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownAccount() {
        NewPerson person = aPerson();
        person.signedUp();

        person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        aPerson().logIn(PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        login("aadhar", "999941057058", PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void slowsDownWhoeverGuessesAndTellsNothingByIt() {
        NewPerson person = aPerson();
        person.signedUp();
        for (int failure = 0; failure < 3; failure++) {
            person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        }
        person.logIn(PASSWORD)
                .then()
                .spec(problem(429, "RATE_LIMIT"))
                .header("Retry-After", equalTo("1"))
                .body("error.details.retry_after", equalTo(1));

        NewPerson nobody = aPerson();
        for (int failure = 0; failure < 3; failure++) {
            nobody.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        }
        nobody.logIn(PASSWORD).then().spec(problem(429, "RATE_LIMIT"));
    }

    @Test
    void locksAfterTenFailuresAndTellsTheOwnerOnce() throws Throwable {
        NewPerson person = aPerson();
        Response signup = person.signedUp();
        String account = signup.path("user.id");
        Set<String> others = failureCounts();
        person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        // as if nine of them had waited for their delays
        Set<String> own = failureCounts();
        own.removeAll(others);
        own.forEach(count -> redis.hash(String.class).hset(count, Map.of("failures", "9", "until", "0")));

        person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));

        person.logIn(PASSWORD).then().spec(problem(429, "RATE_LIMIT"));
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            records.await(r -> account.equals(r.key()) && AccountLocked.TYPE.equals(KafkaRecords.header(r, "ce_type")));
        }
    }

    @Test
    void acceptsABcryptHashOfFormerTimesAndReplacesIt() throws Throwable {
        NewPerson person = aPerson();
        UUID account = UUID.fromString(person.signedUp().path("user.id"));
        String bcrypt =
                Password.hash(PASSWORD).with(BcryptFunction.getInstance(4)).getResult();
        changeHash(account, bcrypt);

        person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        person.logIn(PASSWORD).then().statusCode(200);

        assertThat(hash(account)).startsWith("$argon2id$");
        person.logIn(PASSWORD).then().statusCode(200);
    }

    @Test
    void refusesARoleTheAccountDoesNotHave() {
        NewPerson person = aPerson();
        person.signedUp();
        Map<String, String> asDoctor = Map.of("email", person.email(), "password", PASSWORD, "role", "doctor");
        Map<String, String> asPatient = Map.of("email", person.email(), "password", PASSWORD, "role", "patient");

        post("/api/v1/auth/login", asDoctor).then().spec(problem(403, "ACCESS_DENIED"));
        post("/api/v1/auth/login", asPatient).then().statusCode(200);
    }

    @Test
    void wantsOneIdentifierAndAPassword() {
        post("/api/v1/auth/login", Map.of("password", PASSWORD)).then().spec(problem(422, "VALIDATION_ERROR"));
        post("/api/v1/auth/login", Map.of("email", "a@b.org", "aadhar", "999941057058", "password", PASSWORD))
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
        login("email", "nobody", PASSWORD).then().spec(invalidField("email"));
        login("email", "a@b.org", "short").then().spec(problem(401, "AUTH_FAILED"));
        login("aadhar", "123456789012", PASSWORD).then().spec(invalidField("aadhar"));
    }

    @Test
    void needsThePatientSideForAadhaarOnly() {
        NewPerson person = aPerson();
        person.signedUp();
        services.is(Mood.DOWN);

        login("aadhar", person.aadhaar(), PASSWORD).then().spec(problem(503, "UNAVAILABLE"));
        person.logIn(PASSWORD).then().statusCode(200);
    }

    private Set<String> failureCounts() {
        return new HashSet<>(redis.key(String.class).keys("cloudcare:throttle:failures:*"));
    }

    private void changeHash(UUID account, String hash) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() ->
                Panache.withTransaction(() -> accounts.findById(account).invoke(found -> found.upgradeHash(hash))));
    }

    private String hash(UUID account) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> Panache.withSession(() -> accounts.findById(account).map(Account::passwordHash)));
    }

    private static Response login(String identifier, String value, String password) {
        return post("/api/v1/auth/login", Map.of(identifier, value, "password", password));
    }
}
