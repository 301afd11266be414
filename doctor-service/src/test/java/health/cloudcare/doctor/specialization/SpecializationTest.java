package health.cloudcare.doctor.specialization;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class SpecializationTest {

    private static final String SPECIALIZATIONS = "/api/v1/doctors/specializations";

    @Test
    void listsSpecialtiesByNameToAnyoneSignedIn() {
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get(SPECIALIZATIONS)
                .then()
                .statusCode(200)
                .body("[0].name", equalTo("Anaesthesiology"))
                .body("code", hasItems("CARDIOLOGY", "GENERAL_PRACTICE"));
    }

    @Test
    void asksForValidToken() {
        given().get(SPECIALIZATIONS).then().spec(problem(401, "AUTH_FAILED"));
        given().auth()
                .oauth2(Tokens.expiredPatient(UUID.randomUUID()))
                .get(SPECIALIZATIONS)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void isReadyWithItsDatabase() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
