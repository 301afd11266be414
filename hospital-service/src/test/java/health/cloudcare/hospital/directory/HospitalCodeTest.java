package health.cloudcare.hospital.directory;

import java.util.Locale;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.hospital.AccountStory.deleted;
import static health.cloudcare.hospital.AccountStory.registered;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.NewHospital.aHospital;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class HospitalCodeTest {

    private static final String PATH = "/internal/v1/hospital-codes/{code}";

    @ParameterizedTest
    @ValueSource(strings = {"HC-B2631D", "hc-b2631d", " Hc-B2631d "})
    void findsAHospitalHoweverItsCodeIsTyped(String typed) {
        find(typed)
                .then()
                .statusCode(200)
                .body("hospital_id", equalTo("019a0000-0000-7000-8000-000000000001"))
                .body("hospital_code", equalTo("HC-B2631D"))
                .body("name", equalTo("Apollo Hospital Bangalore"));
    }

    @Test
    void knowsACodeFromTheRegistrationOfItsHospitalToItsEnd() {
        NewHospital hospital = aHospital();
        String code = hospital.registeredCode();
        find(code).then().spec(problem(404, "NOT_FOUND"));

        tell(registered(hospital));
        awaitStatus(code, 200);

        tell(deleted(hospital));
        awaitStatus(code, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HC-000000", "nonsense", "HC-%", "HC-00000\u0000"})
    void doesNotKnowOtherCodes(String code) {
        find(code).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void isClosedToEverybodyButServices() {
        given().get(PATH, "HC-B2631D").then().spec(problem(401, "AUTH_FAILED"));
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get(PATH, "HC-B2631D")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
    }

    private static void awaitStatus(String code, int status) {
        Awaitility.await().until(() -> find(code.toLowerCase(Locale.ROOT)).statusCode() == status);
    }

    private static Response find(String code) {
        return given().auth().oauth2(Tokens.service()).get(PATH, code);
    }
}
