package health.cloudcare.hospital.admission;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Whoever is in a department is in it by its name. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class OccupiedDepartmentTest {

    @Inject
    Ward ward;

    private final WireMock patientService = PatientServiceDouble.client();

    @BeforeEach
    void nobodyIsKnown() {
        patientService.resetMappings();
    }

    @Test
    void aDepartmentIsNeitherClosedNorRenamedWhileSomebodyIsInIt() {
        NewHospital hospital = ward.openHospital(3);
        String departments = path(hospital) + "/departments";
        String one = departments + "/" + opened(hospital, "Cardiology", 1);
        UUID patient = admittedTo(hospital, "CARDIOLOGY");

        as(hospital).get(departments).then().body("occupied_beds", contains(1)).body("status", contains("CRITICAL"));
        as(hospital).delete(one).then().spec(problem(409, "CONFLICT"));
        as(hospital).body(Map.of("name", "Heart")).put(one).then().spec(problem(409, "CONFLICT"));
        as(hospital)
                .body(Map.of("name", "cardiology", "total_beds", 4))
                .put(one)
                .then()
                .statusCode(200)
                .body("occupied_beds", equalTo(1))
                .body("status", equalTo("NORMAL"));

        discharge(hospital, patient).then().statusCode(200);

        as(hospital)
                .body(Map.of("name", "Heart"))
                .put(one)
                .then()
                .statusCode(200)
                .body("occupied_beds", equalTo(0));
        as(hospital).delete(one).then().statusCode(200);
    }

    @Test
    void aDepartmentIsItsOwnHospitalsAlone() {
        NewHospital hospital = ward.openHospital(1);
        NewHospital other = ward.openHospital(1);
        String id = opened(hospital, "Neurology", 5);
        String theirs = path(hospital) + "/departments";
        Map<String, Object> change = Map.of("name", "Mine", "total_beds", 1);

        as(other).body(change).post(theirs).then().spec(problem(403));
        as(other).body(change).put(theirs + "/" + id).then().spec(problem(403));
        as(other).delete(theirs + "/" + id).then().spec(problem(403));
        as(other).body(change).put(path(other) + "/departments/" + id).then().spec(problem(404));
        as(other).delete(path(other) + "/departments/" + id).then().spec(problem(404));
        as(Tokens.doctor(UUID.randomUUID())).delete(theirs + "/" + id).then().spec(problem(403));
        given().delete(theirs + "/" + id).then().spec(problem(401));
        as(hospital).get(theirs).then().body("name", contains("Neurology"));
    }

    private static String opened(NewHospital hospital, String name, int beds) {
        return as(hospital)
                .body(Map.of("name", name, "total_beds", beds))
                .post(path(hospital) + "/departments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private UUID admittedTo(NewHospital hospital, String department) {
        ConsentStory story = ConsentStory.of(UUID.randomUUID(), hospital);
        patientService.register(post(urlEqualTo("/internal/v1/consents"))
                .willReturn(okJson("""
                        {"consent_id": "%s", "status": "PENDING"}""".formatted(story.consentId())).withStatus(201)));
        as(hospital)
                .body(Map.of("patient_id", story.patientId(), "department", department))
                .post(path(hospital) + "/admit")
                .then()
                .statusCode(200);
        tell(story.requested(), story.granted());
        ward.awaitStatus(story, "ADMITTED");
        return story.patientId();
    }
}
