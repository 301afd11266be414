package health.cloudcare.document.recordrequest;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.document.Files;
import health.cloudcare.document.NewDocument;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.aDocumentOf;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Records of a hospital on the platform, and those asked of facilities that are not. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class RecordRequestTest {

    private final UUID doctor = UUID.randomUUID();
    private final NewDocument document = aDocument().withFile(Files.PDF);
    private final UUID patient = document.patientId();

    @Test
    void recordsOfOneHospitalAreFoundByWhoMayReadThem() {
        UUID hospital = UUID.randomUUID();
        aDocumentOf(patient)
                .with("facility_id", hospital)
                .with("title", "X-ray")
                .uploaded();
        document.uploaded();
        Map<String, Object> lookup = Map.of("patient_id", patient, "hospital_id", hospital);
        as(self())
                .body(lookup)
                .post("/internal/v1/documents/of-hospital")
                .then()
                .statusCode(200)
                .body("title", contains("X-ray"))
                .body("[0].type", equalTo("LAB_REPORT"));
        as(Tokens.doctor(doctor))
                .body(lookup)
                .post("/internal/v1/documents/of-hospital")
                .then()
                .spec(problem(403));
    }

    @Test
    void recordsOfAFacilityElsewhereAreAskedForOnce() {
        Map<String, Object> wanted = Map.of("patient_id", patient, "facility_name", "Elsewhere");
        String id = as(self())
                .body(wanted)
                .post("/internal/v1/record-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(self())
                .body(Map.of("patient_id", patient, "facility_name", "ELSEWHERE"))
                .post("/internal/v1/record-requests")
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        as(Tokens.doctor(doctor))
                .body(wanted)
                .post("/internal/v1/record-requests")
                .then()
                .spec(problem(403));
        as(self())
                .get("/api/v1/documents/" + patient + "/requests")
                .then()
                .body("items.facility_name", contains("Elsewhere"))
                .body("items.status", contains("PENDING"));
        as(self())
                .body(Map.of("patient_id", patient, "facility_name", " "))
                .post("/internal/v1/record-requests")
                .then()
                .spec(invalidField("facility_name"));
    }

    private String self() {
        return Tokens.patient(patient);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
