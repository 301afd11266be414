package health.cloudcare.auth.admin;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.PASSWORD;
import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class AdministrationTest {

    FakeProfileServices services;

    @BeforeEach
    void recover() {
        services.is(FakeProfileServices.Mood.WELL);
    }

    @Test
    void theFirstAdministratorComesFromConfiguration() {
        administrator().then().statusCode(200).body("user.role", equalTo("SYSTEM_ADMIN"));
    }

    @Test
    void theDemoHospitalsSignInWithTheirDocumentedPasswords() {
        post("/api/v1/auth/login", Map.of("email", "hospital1@gmail.com", "password", "passme@123"))
                .then()
                .statusCode(200)
                .body("user.role", equalTo("HOSPITAL_ADMIN"))
                .body("user.hospital_code", equalTo("HC-B2631D"))
                .body("user.hospital_id", equalTo(FakeProfileServices.HOSPITAL_ID))
                .body("user.is_verified", equalTo(true));
    }

    @Test
    void aHospitalVouchesForItsDoctorsOnly() {
        Response doctor = doctor();
        String ofAnother = demoHospital(2);
        verify(ofAnother, doctor).then().spec(problem(404, "NOT_FOUND"));
        verify(doctor.path("access_token"), doctor).then().spec(problem(403, "ACCESS_DENIED"));

        verify(demoHospital(1), doctor).then().statusCode(200);

        given().auth()
                .oauth2(doctor.path("access_token"))
                .get("/api/v1/auth/me")
                .then()
                .body("is_verified", equalTo(true));
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            var record = records.await(r -> doctor.<String>path("user.id").equals(r.key())
                    && AccountVerified.TYPE.equals(KafkaRecords.header(r, "ce_type")));
            assertThat(EventJson.read(record.value(), AccountVerified.class).doctorId())
                    .hasToString(doctor.path("user.doctor_id"));
        }
    }

    @Test
    void anUnverifiedHospitalVouchesForNobodyUntilAnAdministratorVerifiesIt() {
        Response hospital = post(
                "/api/v1/auth/signup/hospital",
                Map.of(
                        "email", UUID.randomUUID() + "@example.org",
                        "password", PASSWORD,
                        "name", "New Hospital",
                        "phone_primary", "+918000000001",
                        "address_line1", "1 Road",
                        "city", "Mysuru",
                        "state", "Karnataka",
                        "postal_code", "570001"));
        String id = hospital.path("user.hospital_id");
        verify(hospital.path("access_token"), doctor()).then().spec(problem(403, "ACCESS_DENIED"));
        given().auth()
                .oauth2(hospital.path("access_token"))
                .post("/api/v1/auth/hospitals/" + id + "/verify")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));

        as(administrator())
                .post("/api/v1/auth/hospitals/" + id + "/verify")
                .then()
                .statusCode(200);

        post("/api/v1/auth/refresh", Map.of("refresh_token", hospital.path("refresh_token")))
                .then()
                .body("user.is_verified", equalTo(true));
        as(administrator())
                .post("/api/v1/auth/hospitals/" + UUID.randomUUID() + "/verify")
                .then()
                .spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void findsLocksAndUnlocksAnAccount() {
        NewPerson person = aPerson();
        Response signup = person.signedUp();
        String account = signup.path("user.id");

        as(administrator())
                .queryParam("name", person.email().substring(0, 20))
                .queryParam("role", "patient")
                .get("/api/v1/admin/accounts")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(account))
                .body("items[0].is_locked", equalTo(false));
        as(administrator())
                .queryParam("name", "%")
                .get("/api/v1/admin/accounts")
                .then()
                .body("total", equalTo(0));

        as(administrator())
                .post("/api/v1/admin/accounts/" + account + "/lock")
                .then()
                .statusCode(200);
        person.logIn(PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        given().auth()
                .oauth2(signup.path("access_token"))
                .get("/api/v1/auth/me")
                .then()
                .spec(problem(401, "SESSION_ERROR"));

        as(administrator())
                .post("/api/v1/admin/accounts/" + account + "/unlock")
                .then()
                .statusCode(200);
        person.logIn(PASSWORD).then().statusCode(200);
    }

    @Test
    void isForAdministratorsOnly() {
        String patient = aPerson().signedUp().path("access_token");
        given().get("/api/v1/admin/accounts").then().spec(problem(401, "AUTH_FAILED"));
        given().auth().oauth2(patient).get("/api/v1/admin/accounts").then().spec(problem(403, "ACCESS_DENIED"));
        given().auth()
                .oauth2(patient)
                .post("/api/v1/admin/accounts/" + UUID.randomUUID() + "/lock")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
        as(administrator())
                .queryParam("role", "king")
                .get("/api/v1/admin/accounts")
                .then()
                .spec(invalidField("role"));
        as(administrator())
                .post("/api/v1/admin/accounts/" + UUID.randomUUID() + "/lock")
                .then()
                .spec(problem(404, "NOT_FOUND"));
        Response administrator = administrator();
        as(administrator)
                .post("/api/v1/admin/accounts/" + administrator.path("user.id") + "/lock")
                .then()
                .spec(problem(409, "CONFLICT"));
    }

    private static Response administrator() {
        return post("/api/v1/auth/login", Map.of("email", "admin@example.org", "password", "administrator-of-tests"));
    }

    private static String demoHospital(int number) {
        Map<String, String> body = Map.of("email", "hospital" + number + "@gmail.com", "password", "passme@123");
        return post("/api/v1/auth/login", body).path("access_token");
    }

    private static Response doctor() {
        return post(
                "/api/v1/auth/signup/doctor",
                Map.of(
                        "email",
                        UUID.randomUUID() + "@example.org",
                        "password",
                        PASSWORD,
                        "medical_license_no",
                        "KA-" + UUID.randomUUID(),
                        "first_name",
                        "Meera",
                        "last_name",
                        "Iyer",
                        "phone_primary",
                        "+919876500000",
                        "specialization",
                        "Cardiology",
                        "qualifications",
                        List.of("MBBS"),
                        "hospital_code",
                        FakeProfileServices.HOSPITAL_CODE));
    }

    private static Response verify(String token, Response doctor) {
        return given().auth().oauth2(token).post("/api/v1/auth/doctors/" + doctor.path("user.doctor_id") + "/verify");
    }

    private static RequestSpecification as(Response signedIn) {
        return given().auth().oauth2(signedIn.path("access_token"));
    }
}
