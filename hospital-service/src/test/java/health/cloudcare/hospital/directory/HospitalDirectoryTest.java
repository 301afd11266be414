package health.cloudcare.hospital.directory;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithBackingServices(BackingService.POSTGRES)
class HospitalDirectoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/hospitals", "/api/v1/hospitals/"})
    void listsHospitalsToAnyoneWithAndWithoutTrailingSlash(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(200)
                .body("hospital_code", contains("HC-B2631D", "HC-JXOTB9", "HC-E8O2O2", "HC-L9MLES", "HC-A1NRS2"))
                .body("[0].name", equalTo("Apollo Hospital Bangalore"))
                .body("[0].city", equalTo("Bangalore"))
                .body("[0].state", equalTo("Karnataka"));
    }

    @Test
    void tellsNothingButPublicFields() {
        given().get("/api/v1/hospitals").then().body("$", everyItem(is(aMapWithSize(5))));
    }

    @Test
    void answersUnknownPathWithProblem() {
        given().get("/api/v1/hospitals-of-nobody").then().spec(problem(404, "NOT_FOUND"));
    }
}
