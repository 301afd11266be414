package health.cloudcare.hospital.admission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.contracts.Topic;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.AccountStory.tellUnder;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.awaitStaff;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.say;
import static health.cloudcare.hospital.admission.Ward.told;
import static health.cloudcare.hospital.admission.Ward.works;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The doctors who attend to those who are in. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@WithTestResource(value = PatientServiceDouble.class, scope = TestResourceScope.GLOBAL)
class AttendingTest {

    private static final String CARDS = "/internal/v1/doctors/cards";

    @Inject
    Ward ward;

    private final WireMock others = PatientServiceDouble.client();
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();

    @BeforeEach
    void nobodyIsKnown() {
        others.resetMappings();
        others.resetRequests();
    }

    @Test
    void aDoctorIsAssignedOnceListedByNameAndTakenOffAgain() {
        NewHospital hospital = ward.openHospital(2);
        UUID nameless = UUID.randomUUID();
        stay(hospital);
        tell(works(hospital, doctor, "ACTIVE", 1), works(hospital, nameless, "ACTIVE", 1));
        awaitStaff(hospital, 2);
        others.register(post(urlEqualTo(CARDS)).willReturn(okJson("""
                [{"doctor_id": "%s", "name": "Dr. Meera Iyer", "specialization": "Cardiology", "verified": true}]
                """.formatted(doctor))));
        String doctors = doctorsOf(patient, hospital);
        as(hospital).get(doctors).then().statusCode(200).body("$", empty());

        assign(hospital, doctor)
                .then()
                .statusCode(201)
                .header("Location", endsWith(doctors + "/" + doctor))
                .body("success", equalTo(true));
        assign(hospital, doctor).then().statusCode(200).body("success", equalTo(true));
        assign(hospital, nameless).then().statusCode(201);

        as(hospital)
                .get(doctors)
                .then()
                .statusCode(200)
                .body("doctor_id", contains(doctor.toString(), nameless.toString()))
                .body("[0].name", equalTo("Dr. Meera Iyer"))
                .body("[0].specialization", equalTo("Cardiology"))
                .body("[1].name", nullValue());
        others.verifyThat(postRequestedFor(urlEqualTo(CARDS))
                .withHeader("Authorization", WireMock.matching("Bearer .+"))
                .withHeader("X-Forwarded-For", WireMock.matching(".+")));
        as(hospital).delete(doctors + "/" + doctor).then().statusCode(200).body("success", equalTo(true));
        as(hospital).delete(doctors + "/" + doctor).then().spec(problem(404, "NOT_FOUND"));
        as(hospital).get(doctors).then().body("doctor_id", contains(nameless.toString()));
        // assigned anew, and told anew
        assign(hospital, doctor).then().statusCode(201);
        assertThat(told(hospital, DoctorAssigned.TYPE, DoctorAssigned.class, 3)).hasSize(3);
        others.register(post(urlEqualTo(CARDS)).willReturn(serverError()));
        as(hospital).get(doctors).then().spec(problem(503, "UNAVAILABLE"));
    }

    @Test
    void onlyTheHospitalItselfAndOnlyOfThoseWhoAreIn() {
        NewHospital hospital = ward.openHospital(2);
        NewHospital other = ward.openHospital(2);
        stay(hospital);
        tell(works(hospital, doctor, "ACTIVE", 1), works(other, doctor, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        String doctors = doctorsOf(patient, hospital);
        String unverified = Tokens.hospitalAdminToken(hospital.hospitalId())
                .claim("verified", false)
                .sign();
        for (String token : List.of(
                unverified,
                Tokens.hospitalAdmin(other.hospitalId()),
                Tokens.doctor(doctor),
                Tokens.patient(patient),
                Tokens.systemAdmin())) {
            as(token).get(doctors).then().spec(problem(403, "ACCESS_DENIED"));
            as(token).body(Map.of("doctor_id", doctor)).post(doctors).then().spec(problem(403, "ACCESS_DENIED"));
            as(token).delete(doctors + "/" + doctor).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(doctors).then().spec(problem(401));
        given().delete(doctors + "/" + doctor).then().spec(problem(401));
        as(hospital).body(Map.of()).post(doctors).then().spec(invalidField("doctor_id"));
        as(hospital).body(Map.of("doctor_id", "me")).post(doctors).then().spec(invalidField("doctor_id"));
        as(hospital).delete(doctors + "/me").then().spec(problem(422));
        String elsewhere = doctorsOf(patient, other);
        as(other).body(Map.of("doctor_id", doctor)).post(elsewhere).then().spec(problem(404, "NOT_FOUND"));
        as(other).get(elsewhere).then().spec(problem(404, "NOT_FOUND"));
        as(other).delete(elsewhere + "/" + doctor).then().spec(problem(404, "NOT_FOUND"));
        discharge(hospital, patient).then().statusCode(200);
        assign(hospital, doctor).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void whoLeavesAttendsToNobodyHoweverOftenAndInWhateverOrderItIsTold() {
        NewHospital hospital = ward.openHospital(2);
        stay(hospital);
        var came = works(hospital, doctor, "ACTIVE", 2);
        tell(came, came, works(hospital, doctor, "INVITED", 1));
        awaitStaff(hospital, 1);
        assign(hospital, doctor).then().statusCode(201);
        var left = works(hospital, doctor, "ENDED", 4);

        tell(left, left, works(hospital, doctor, "ACTIVE", 3), left);

        awaitStaff(hospital, 0);
        // behind everything that was told of the doctor
        UUID marker = UUID.randomUUID();
        tellUnder(doctor.toString(), works(hospital, marker, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        assertThat(told(hospital, DoctorUnassigned.TYPE, DoctorUnassigned.class, 1))
                .hasSize(1);
        assign(hospital, doctor).then().spec(problem(409, "NOT_STAFF"));
    }

    @Test
    void whoAttendsByAnEarlierStayIsSeenAndTakenOffToo() {
        NewHospital hospital = ward.openHospital(2);
        ConsentStory first = stay(hospital);
        tell(works(hospital, doctor, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        assign(hospital, doctor).then().statusCode(201);
        tell(first.expired(3));
        ward.awaitVersion(first, 3);
        ConsentStory second = ConsentStory.of(patient, hospital);
        tell(second.granted(ConsentStory.ADMITTED_AT.plusSeconds(60)));
        ward.awaitStatus(second, "ADMITTED");
        others.register(post(urlEqualTo(CARDS)).willReturn(okJson("[]")));
        String doctors = doctorsOf(patient, hospital);
        as(hospital).get(doctors).then().body("doctor_id", contains(doctor.toString()));
        assign(hospital, doctor).then().statusCode(201);
        as(hospital).get(doctors).then().body("doctor_id", contains(doctor.toString()));

        as(hospital).delete(doctors + "/" + doctor).then().statusCode(200);

        as(hospital).get(doctors).then().body("$", empty());
        assertThat(told(hospital, DoctorUnassigned.TYPE, DoctorUnassigned.class, 2))
                .extracting(DoctorUnassigned::consentId)
                .containsExactlyInAnyOrder(first.consentId(), second.consentId());
    }

    @Test
    void theDischargeIsToldLast() {
        NewHospital hospital = ward.openHospital(2);
        stay(hospital);
        tell(works(hospital, doctor, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        assign(hospital, doctor).then().statusCode(201);

        discharge(hospital, patient).then().statusCode(200);

        try (KafkaRecords records = KafkaRecords.of(Topic.HOSPITAL)) {
            assertThat(records.await(
                            withKey(hospital.hospitalId().toString())
                                    .and(withType(DoctorUnassigned.TYPE).or(withType(PatientDischarged.TYPE))),
                            2))
                    .extracting(record ->
                            new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .containsExactly(DoctorUnassigned.TYPE, PatientDischarged.TYPE);
        }
    }

    @Test
    void whoWasNamedAttendsAlsoWhenTheApprovalWasQuickerThanTheHospitalsWords() {
        NewHospital hospital = ward.openHospital(2);
        tell(works(hospital, doctor, "ACTIVE", 1));
        awaitStaff(hospital, 1);
        ConsentStory story = stay(hospital);

        say(story, hospital, Map.of("doctor_id", doctor));

        assertThat(told(hospital, DoctorAssigned.TYPE, DoctorAssigned.class, 1))
                .extracting(DoctorAssigned::doctorId)
                .containsExactly(doctor);
    }

    @Test
    void whoIsNamedAndDoesNotWorkThereKeepsNobodyFromBeingAdmitted() {
        NewHospital hospital = ward.openHospital(2);
        tell(works(hospital, doctor, "CLAIMED", 1));
        ward.admitted(hospital, patient, Map.of("doctor_id", doctor));
        others.register(post(urlEqualTo(CARDS)).willReturn(okJson("[]")));

        as(hospital).get(doctorsOf(patient, hospital)).then().statusCode(200).body("$", empty());
    }

    private ConsentStory stay(NewHospital hospital) {
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        return story;
    }

    private Response assign(NewHospital hospital, UUID who) {
        return as(hospital).body(Map.of("doctor_id", who)).post(doctorsOf(patient, hospital));
    }

    private static String doctorsOf(UUID patient, NewHospital hospital) {
        return path(hospital) + "/patients/" + patient + "/doctors";
    }
}
