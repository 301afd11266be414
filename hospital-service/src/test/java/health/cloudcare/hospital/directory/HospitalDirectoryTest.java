package health.cloudcare.hospital.directory;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class HospitalDirectoryTest {

    private static final List<String> DEMO_CODES_BY_NAME =
            List.of("HC-B2631D", "HC-JXOTB9", "HC-E8O2O2", "HC-L9MLES", "HC-A1NRS2");

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/hospitals", "/api/v1/hospitals/"})
    void listsHospitalsToAnyoneWithAndWithoutTrailingSlash(String path) {
        List<Map<String, String>> hospitals = given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");

        // the other tests of this run register hospitals of their own
        assertThat(hospitals)
                .filteredOn(hospital -> DEMO_CODES_BY_NAME.contains(hospital.get("hospital_code")))
                .extracting(hospital -> hospital.get("hospital_code"))
                .containsExactlyElementsOf(DEMO_CODES_BY_NAME);
        assertThat(hospitals)
                .contains(Map.of(
                        "id", "019a0000-0000-7000-8000-000000000001",
                        "name", "Apollo Hospital Bangalore",
                        "hospital_code", "HC-B2631D",
                        "city", "Bangalore",
                        "state", "Karnataka"));
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
