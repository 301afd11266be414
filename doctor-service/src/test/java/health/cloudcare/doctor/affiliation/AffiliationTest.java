package health.cloudcare.doctor.affiliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.doctor.RegisteredDoctors;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Who works where takes two. */
@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AffiliationTest {

    @Inject
    RegisteredDoctors doctors;

    FakePatientService others;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void theListReplacesWhatWasThereAndOneIsAlwaysFirst() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        UUID unknown = UUID.randomUUID();
        others.forget(unknown);

        pick(doctor, second, first, second, unknown).then().statusCode(200).body("success", equalTo(true));

        as(doctor)
                .get(path(doctor) + "/hospitals")
                .then()
                .statusCode(200)
                .body("hospital_id", containsInAnyOrder(first.toString(), second.toString()))
                .body("find { it.is_primary }.hospital_id", equalTo(second.toString()))
                .body("status", contains("CLAIMED", "CLAIMED"))
                .body("[0].id", notNullValue())
                .body("[0].hospital_name", notNullValue())
                .body("[0].hospital_code", equalTo("HC-AAAAAA"))
                .body("[0].joined_at", notNullValue());
        // what the app sends: no word of the first one, which goes
        pick(doctor, null, first).then().statusCode(200);
        as(doctor)
                .get(path(doctor) + "/hospitals")
                .then()
                .body("hospital_id", contains(first.toString()))
                .body("[0].is_primary", equalTo(true));
        pick(doctor, second, first).then().spec(invalidField("primary_hospital_id"));
        as(doctor).body(Map.of()).post(path(doctor) + "/hospitals").then().spec(invalidField("hospital_ids"));
        pick(doctor, null).then().statusCode(200);
        as(doctor).get(path(doctor) + "/hospitals").then().body("$", empty());
    }

    @Test
    void aClaimThatTheHospitalAgreesToIsActiveAndEndsWithEither() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        pick(doctor, null, first).then().statusCode(200);
        staff(first).then().body("$", empty());
        as(first)
                .queryParam("status", "claimed")
                .get(staffOf(first))
                .then()
                .body("id", contains(doctor.doctorId().toString()));

        as(first)
                .body(Map.of("doctor_id", doctor.doctorId()))
                .post(staffOf(first))
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));

        staff(first)
                .then()
                .body("id", contains(doctor.doctorId().toString()))
                .body("[0].name", equalTo("Dr. Meera Iyer"))
                .body("[0].specialization", equalTo("Cardiology"))
                .body("[0].is_available", equalTo(true))
                .body("[0].phone", notNullValue());
        as(first)
                .delete(staffOf(first) + "/" + doctor.doctorId())
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        as(first).delete(staffOf(first) + "/" + doctor.doctorId()).then().spec(problem(404));
        staff(first).then().body("$", empty());
        assertThat(standings(doctor, first, 3)).containsExactly("CLAIMED", "ACTIVE", "ENDED");
    }

    @Test
    void anInvitationIsAcceptedOrDeclined() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        for (UUID hospital : List.of(first, second)) {
            as(hospital)
                    .body(Map.of("medical_license_no", doctor.license().toLowerCase()))
                    .post(staffOf(hospital))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("INVITED"));
        }
        as(doctor)
                .get(path(doctor) + "/invitations")
                .then()
                .body("hospital_id", contains(first.toString(), second.toString()));

        as(doctor).post(path(doctor) + "/invitations/" + first).then().statusCode(200);
        as(doctor).delete(path(doctor) + "/invitations/" + second).then().statusCode(200);

        as(doctor).get(path(doctor) + "/invitations").then().body("$", empty());
        as(doctor).post(path(doctor) + "/invitations/" + second).then().spec(problem(404));
        staff(first).then().body("id", contains(doctor.doctorId().toString()));
        staff(second).then().body("$", empty());
        assertThat(standings(doctor, second, 2)).containsExactly("INVITED", "ENDED");
    }

    @Test
    void eachSideSpeaksForItselfAlone() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        String unverified =
                Tokens.hospitalAdminToken(first).claim("verified", false).sign();

        for (String token : List.of(
                Tokens.hospitalAdmin(second), unverified, Tokens.doctor(doctor.doctorId()), Tokens.systemAdmin())) {
            as(token).get(staffOf(first)).then().spec(problem(403, "ACCESS_DENIED"));
            as(token)
                    .body(Map.of("doctor_id", doctor.doctorId()))
                    .post(staffOf(first))
                    .then()
                    .spec(problem(403));
            as(token).delete(staffOf(first) + "/" + doctor.doctorId()).then().spec(problem(403));
        }
        for (String token :
                List.of(Tokens.doctor(UUID.randomUUID()), Tokens.hospitalAdmin(first), Tokens.patient(first))) {
            as(token).get(path(doctor) + "/hospitals").then().spec(problem(403));
            as(token)
                    .body(Map.of("hospital_ids", List.of(first)))
                    .post(path(doctor) + "/hospitals")
                    .then()
                    .spec(problem(403));
            as(token).get(path(doctor) + "/invitations").then().spec(problem(403));
        }
        given().get(path(doctor) + "/hospitals").then().spec(problem(401));
        as(first).body(Map.of()).post(staffOf(first)).then().spec(problem(422));
        as(first)
                .body(Map.of("doctor_id", UUID.randomUUID()))
                .post(staffOf(first))
                .then()
                .spec(problem(404));
        as(first).queryParam("status", "gone").get(staffOf(first)).then().spec(problem(422));
    }

    @Test
    void aDoctorWhoChangesMeanwhileIsInvitedAllTheSame() throws Exception {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        Map<String, Object> invitation = Map.of("doctor_id", doctor.doctorId());
        List<Callable<Response>> calls = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? change(doctor, i) : invite(UUID.randomUUID(), invitation))
                .toList();

        try (ExecutorService people = Executors.newFixedThreadPool(10)) {
            for (Future<Response> answer : people.invokeAll(calls)) {
                answer.get().then().statusCode(200);
            }
        }
    }

    private static Callable<Response> change(NewDoctor doctor, int number) {
        return () -> as(doctor).body(Map.of("bio", "Text " + number)).post(path(doctor) + "/profile");
    }

    private static Callable<Response> invite(UUID hospital, Map<String, Object> invitation) {
        return () -> as(hospital).body(invitation).post(staffOf(hospital));
    }

    private static List<String> standings(NewDoctor doctor, UUID hospital, int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.DOCTOR)) {
            return records
                    .await(
                            withKey(doctor.doctorId().toString())
                                    .and(withType(AffiliationChanged.TYPE))
                                    .and(record ->
                                            change(record.value()).hospitalId().equals(hospital)),
                            count)
                    .stream()
                    .map(record -> change(record.value()).standing())
                    .toList();
        }
    }

    private static AffiliationChanged change(byte[] value) {
        return EventJson.read(value, AffiliationChanged.class);
    }

    private static Response pick(NewDoctor doctor, UUID primary, UUID... hospitals) {
        Map<String, Object> body = new HashMap<>();
        body.put("hospital_ids", List.of(hospitals));
        if (primary != null) {
            body.put("primary_hospital_id", primary);
        }
        return as(doctor).body(body).post(path(doctor) + "/hospitals");
    }

    private static Response staff(UUID hospital) {
        return as(hospital).get(staffOf(hospital));
    }

    private static RequestSpecification as(NewDoctor doctor) {
        return as(Tokens.doctor(doctor.doctorId()));
    }

    private static RequestSpecification as(UUID hospital) {
        return as(Tokens.hospitalAdmin(hospital));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String path(NewDoctor doctor) {
        return "/api/v1/doctors/" + doctor.doctorId();
    }

    private static String staffOf(UUID hospital) {
        return "/api/v1/hospitals/" + hospital + "/doctors";
    }
}
