package health.cloudcare.hospital.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.hospital.AccountStory;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class AdmissionRequestTest {

    private static final String CONSENTS = "/internal/v1/consents";
    private static final String NUMBER = "2345 6789 0123";

    @Inject
    HospitalTables tables;

    @Inject
    Ward ward;

    private final WireMock patientService = PatientServiceDouble.client();
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();

    @BeforeEach
    void nobodyIsKnown() {
        patientService.resetMappings();
        patientService.resetRequests();
    }

    @Test
    void theDocumentedFieldsAreKeptUntilTheApprovalAndOnlyTheReasonGoesToThePatient() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        answering(consent(story, "PENDING"));
        Map<String, Object> body = Map.of(
                "patient_id", patient,
                "doctor_id", doctor,
                "condition", "Chest pain",
                "severity", "high",
                "department", "Cardiology",
                "reason", "Observation");

        admit(hospital, body)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("success", equalTo(true))
                .body("message", not(equalTo("")))
                .body("consent_id", equalTo(story.consentId().toString()));
        admit(hospital, body)
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("consent_id", equalTo(story.consentId().toString()));
        tell(story.requested(), story.granted());

        ward.awaitStatus(story, "ADMITTED");
        assertThat(tables.admission(story.consentId()))
                .containsEntry("patient_id", patient)
                .containsEntry("doctor_id", doctor)
                .containsEntry("condition", "Chest pain")
                .containsEntry("severity", "HIGH")
                .containsEntry("department", "Cardiology")
                .containsEntry("reason", "Observation");
        patientService.verifyThat(
                2,
                postRequestedFor(urlEqualTo(CONSENTS))
                        .withHeader("Authorization", WireMock.matching("Bearer .+"))
                        .withRequestBody(equalToJson("""
                                {"patient_id": "%s", "aadhar_number": null, "facility_name": "%s",
                                 "description": "Observation"}
                                """.formatted(patient, hospital.name()))));
    }

    @Test
    void anAadhaarNumberGoesToPatientServiceAndNoFurther() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        answering(consent(story, "PENDING"));

        admit(hospital, Map.of("aadhar_number", NUMBER)).then().statusCode(200).body(not(containsString(NUMBER)));

        assertThat(tables.admission(story.consentId()))
                .containsEntry("status", "PENDING")
                .containsEntry("reason", "Hospital Admission")
                .doesNotContainKey("patient_id");
        assertThat(tables.admission(story.consentId()).toString()).doesNotContain("2345");
        tell(story.requested());
        ward.awaitVersion(story, 1);
        assertThat(tables.admission(story.consentId())).containsEntry("patient_id", patient);
    }

    @Test
    void whoIsAdmittedAlreadyIsNotAskedAgain() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        answering(consent(story, "APPROVED"));

        admit(hospital, Map.of("patient_id", patient))
                .then()
                .statusCode(200)
                .body("success", equalTo(false))
                .body("consent_id", equalTo(story.consentId().toString()));
        assertThat(tables.admission(story.consentId())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404,404,NOT_FOUND", "422,422,VALIDATION_ERROR", "403,403,ACCESS_DENIED", "500,503,UNAVAILABLE"})
    void whatPatientServiceRefusesIsRefused(int answered, int status, String code) {
        NewHospital hospital = ward.openHospital(3);
        answering(aResponse().withStatus(answered).withBody("of no use to others"));

        admit(hospital, Map.of("aadhar_number", NUMBER))
                .then()
                .spec(problem(status, code))
                .body(not(containsString(NUMBER)))
                .body(not(containsString("of no use")));
    }

    @Test
    void aRequestNamesOnePatientAndIsOtherwiseRefused() {
        NewHospital hospital = ward.openHospital(3);

        admit(hospital, Map.of()).then().spec(invalidField("patient_id"));
        admit(hospital, Map.of("aadhar_number", " ")).then().spec(invalidField("patient_id"));
        admit(hospital, Map.of("patient_id", patient, "aadhar_number", NUMBER))
                .then()
                .spec(invalidField("patient_id"));
        admit(hospital, Map.of("aadhar_number", "1234"))
                .then()
                .spec(invalidField("aadhar_number"))
                .body(not(containsString("1234")));
        admit(hospital, Map.of("patient_id", "me")).then().spec(invalidField("patient_id"));
        admit(hospital, Map.of("patient_id", patient, "severity", "so so"))
                .then()
                .spec(invalidField("severity"));
        as(hospital).post(path(hospital) + "/admit").then().spec(problem(422));
        patientService.verifyThat(0, postRequestedFor(urlEqualTo(CONSENTS)));
    }

    @Test
    void onlyAVerifiedHospitalAdmitsAndOnlyToItself() {
        NewHospital hospital = ward.openHospital(3);
        Map<String, Object> body = Map.of("patient_id", patient);
        String unverified = Tokens.hospitalAdminToken(hospital.hospitalId())
                .claim("verified", false)
                .sign();

        for (String token : List.of(
                unverified,
                Tokens.hospitalAdmin(UUID.randomUUID()),
                Tokens.doctor(doctor),
                Tokens.patient(patient),
                Tokens.systemAdmin())) {
            as(token).body(body).post(path(hospital) + "/admit").then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().contentType("application/json")
                .body(body)
                .post(path(hospital) + "/admit")
                .then()
                .spec(problem(401));
        tell(AccountStory.deleted(hospital));
        ward.awaitClosed(hospital);
        admit(hospital, body).then().spec(problem(404, "NOT_FOUND"));
        patientService.verifyThat(0, postRequestedFor(urlEqualTo(CONSENTS)));
    }

    private static Response admit(NewHospital hospital, Map<String, ?> body) {
        return as(hospital).body(new HashMap<>(body)).post(path(hospital) + "/admit");
    }

    private void answering(ResponseDefinitionBuilder answer) {
        patientService.register(post(urlEqualTo(CONSENTS)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder consent(ConsentStory story, String status) {
        return okJson("{\"consent_id\": \"%s\", \"status\": \"%s\"}".formatted(story.consentId(), status))
                .withStatus(201);
    }
}
