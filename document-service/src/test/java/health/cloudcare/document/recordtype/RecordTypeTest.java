package health.cloudcare.document.recordtype;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices(BackingService.POSTGRES)
class RecordTypeTest {

    private static final String RECORD_TYPES = "/api/v1/documents/record-types";

    @Test
    void tellsWhatEachKindOfRecordMayBe() {
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get(RECORD_TYPES)
                .then()
                .statusCode(200)
                .body("record_type", contains("CONSULTATION", "GENERAL", "IMAGING", "LAB_REPORT", "PRESCRIPTION"))
                .body("max_size_bytes", everyItem(is(10 * 1024 * 1024)))
                .body("accepted_media_types", everyItem(hasItem("application/pdf")))
                .body("find { it.record_type == 'IMAGING' }.accepted_media_types", hasItem("application/dicom"))
                .body("find { it.record_type == 'GENERAL' }.accepted_media_types", not(hasItem("application/dicom")));
    }

    @Test
    void asksForToken() {
        given().get(RECORD_TYPES).then().spec(problem(401, "AUTH_FAILED"));
    }
}
