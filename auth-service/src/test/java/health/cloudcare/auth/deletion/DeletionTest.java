package health.cloudcare.auth.deletion;

import jakarta.inject.Inject;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class DeletionTest {

    @Inject
    RedisDataSource redis;

    @Test
    void closesTheAccountAndTellsEverybodyWhoKeepsSomethingOfIt() {
        NewPerson person = aPerson();
        Response signup = person.signedUp();
        String token = signup.path("access_token");

        given().auth().oauth2(token).delete("/api/v1/auth/me").then().statusCode(200);

        given().auth().oauth2(token).get("/api/v1/auth/me").then().spec(problem(401, "SESSION_ERROR"));
        person.logIn(NewPerson.PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        assertThat(redis.sortedSet(String.class).zscore("cloudcare:revocations", signup.path("session_id")))
                .isPresent();
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            var record = records.await(r -> signup.<String>path("user.id").equals(r.key())
                    && AccountDeleted.TYPE.equals(KafkaRecords.header(r, "ce_type")));
            AccountDeleted event = EventJson.read(record.value(), AccountDeleted.class);
            assertThat(event.patientId()).hasToString(signup.path("user.patient_id"));
            assertThat(event.role()).isEqualTo("PATIENT");
        }
        // the address is free again
        person.with("aadhar_number", "299941057058").signedUp();
    }

    @Test
    void needsTheOwner() {
        given().delete("/api/v1/auth/me").then().spec(problem(401, "AUTH_FAILED"));
    }
}
