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

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.contracts.EmergencyCaseChanged;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.awaitStaff;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.told;
import static health.cloudcare.hospital.admission.Ward.works;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Emergencies, and the doctors who attend to them. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class EmergencyAndStaffTest {

    @Inject
    Ward ward;

    private final WireMock patientService = PatientServiceDouble.client();
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();

    @BeforeEach
    void patientServiceKnowsThePatient() {
        patientService.resetMappings();
        patientService.register(
                post(urlEqualTo("/internal/v1/patients/cards")).willReturn(okJson("""
                [{"patient_id": "%s", "name": "Asha Rao", "age": 34, "gender": "FEMALE"}]""".formatted(patient))));
    }

    @Test
    void anEmergencyWaitsIsTreatedAndEndsWithTheStay() {
        NewHospital hospital = ward.openHospital(2);
        ConsentStory story = ward.asked(
                hospital, patient, Map.of("severity", "critical", "condition", "Stroke", "department", "Neurology"));
        String cases = path(hospital) + "/emergency-cases";
        as(hospital).get(cases).then().statusCode(200).body("items.status", contains("WAITING"));
        String id = as(hospital).get(cases).path("items[0].id");
        as(hospital)
                .body(Map.of("status", "STABLE"))
                .patch(cases + "/" + id)
                .then()
                .spec(problem(409, "CASE_STATE"));

        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");

        as(hospital)
                .get(cases + "?status=in_treatment")
                .then()
                .body("total", equalTo(1))
                .body("items[0].patient_name", equalTo("Asha Rao"))
                .body("items[0].severity", equalTo("CRITICAL"));
        as(hospital).get(path(hospital) + "/patients").then().body("status", contains("Emergency"));
        as(hospital)
                .get(path(hospital) + "/dashboard")
                .then()
                .body("emergency_cases", equalTo(1))
                .body("critical_patients", equalTo(1));
        String tag = as(hospital)
                .body(Map.of("status", "stable", "severity", "LOW", "notes", "Better"))
                .patch(cases + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("STABLE"))
                .extract()
                .header("ETag");
        as(hospital)
                .header("If-Match", "\"0\"")
                .body(Map.of("notes", "x"))
                .patch(cases + "/" + id)
                .then()
                .spec(problem(412));
        as(hospital)
                .header("If-Match", tag)
                .body(Map.of("status", "DISCHARGED"))
                .patch(cases + "/" + id)
                .then()
                .spec(problem(409));
        as(hospital).get(path(hospital) + "/patients").then().body("status", contains("Admitted"));
        discharge(hospital, patient).then().statusCode(200);
        as(hospital).get(path(hospital) + "/patients").then().body("status", contains("Discharged (Emergency)"));
        as(hospital).get(cases + "?status=discharged").then().body("items", hasSize(1));
        as(hospital).get(cases + "?status=lost").then().spec(problem(422));
        assertThat(told(hospital, EmergencyCaseChanged.TYPE, EmergencyCaseChanged.class, 4))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aRequestThatCameToNothingIsNoEmergency() {
        NewHospital hospital = ward.openHospital(2);
        ConsentStory story = ward.asked(hospital, patient, Map.of("severity", "HIGH"));

        tell(story.denied());

        ward.awaitStatus(story, "CLOSED");
        as(hospital).get(path(hospital) + "/emergency-cases").then().body("total", equalTo(0));
    }

    @Test
    void whoAttendsIsToldAndTheLastToKnowIsNobodyWhenTheDoctorLeaves() {
        NewHospital hospital = ward.openHospital(2);
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        String doctors = path(hospital) + "/patients/" + patient + "/doctors";
        as(hospital).body(Map.of("doctor_id", doctor)).post(doctors).then().spec(problem(409, "NOT_STAFF"));
        tell(works(hospital, doctor, "ACTIVE", 2));
        tell(works(hospital, doctor, "CLAIMED", 1)); // comes late
        awaitStaff(hospital, 1);

        as(hospital).body(Map.of("doctor_id", doctor)).post(doctors).then().statusCode(201);
        as(hospital).body(Map.of("doctor_id", doctor)).post(doctors).then().statusCode(200);

        assertThat(told(hospital, DoctorAssigned.TYPE, DoctorAssigned.class, 1))
                .extracting(DoctorAssigned::doctorId, DoctorAssigned::consentId)
                .containsExactly(tuple(doctor, story.consentId()));
        as(hospital).get(path(hospital) + "/dashboard").then().body("active_doctors", equalTo(1));
        tell(works(hospital, doctor, "ENDED", 3));
        awaitStaff(hospital, 0);
        assertThat(told(hospital, DoctorUnassigned.TYPE, DoctorUnassigned.class, 1))
                .extracting(DoctorUnassigned::patientId)
                .containsExactly(patient);
        as(hospital).body(Map.of("doctor_id", doctor)).post(doctors).then().spec(problem(409, "NOT_STAFF"));
        as(hospital).delete(doctors + "/" + doctor).then().spec(problem(404));
        as(Tokens.doctor(doctor)).get(doctors).then().spec(problem(403));
    }

    @Test
    void aDischargeEndsEveryAttendanceBeforeItIsTold() {
        NewHospital hospital = ward.openHospital(2);
        tell(works(hospital, doctor, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        // the doctor was named when the hospital asked
        ConsentStory story = ward.asked(hospital, patient, Map.of("doctor_id", doctor));
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        assertThat(told(hospital, DoctorAssigned.TYPE, DoctorAssigned.class, 1)).hasSize(1);

        discharge(hospital, patient).then().statusCode(200);

        assertThat(told(hospital, DoctorUnassigned.TYPE, DoctorUnassigned.class, 1))
                .extracting(DoctorUnassigned::doctorId)
                .containsExactly(doctor);
    }
}
