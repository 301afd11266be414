package health.cloudcare.auth.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.FakeProfileServices.Mood;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.FakeProfileServices.HOSPITAL_CODE;
import static health.cloudcare.auth.FakeProfileServices.HOSPITAL_ID;
import static health.cloudcare.auth.NewPerson.PASSWORD;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

/** Doctors, hospitals, and whoever registers as Health Services documents it. */
@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class OtherSignupsTest {

    FakeProfileServices services;

    @BeforeEach
    void recover() {
        services.is(Mood.WELL);
    }

    @Test
    void aDoctorJoinsAHospitalByItsCodeAndIsUnverified() {
        Response response = post("/api/v1/auth/signup/doctor", doctor());

        response.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("user.role", equalTo("DOCTOR"))
                .body("user.name", equalTo("Dr. Meera Iyer"))
                .body("user.user_id", matchesPattern("DOC[0-9]{8}"))
                .body("user.hospital_code", equalTo(HOSPITAL_CODE))
                .body("user.is_verified", equalTo(false));
        JsonNode profile = services.profile(response.path("user.doctor_id"));
        assertThat(profile.get("hospital_id").asText()).isEqualTo(HOSPITAL_ID);
        assertThat(profile.get("medical_license_no").asText()).isEqualTo("KA-12345");
        assertThat(profile.has("password")).isFalse();
    }

    @Test
    void aDoctorWithAnUnknownCodeIsRefused() {
        Map<String, Object> doctor = doctor();
        doctor.put("hospital_code", "HC-NOBODY");

        post("/api/v1/auth/signup/doctor", doctor).then().spec(problem(404, "HOSPITAL_CODE_NOT_FOUND"));
        doctor.put("medical_license_no", "x");
        post("/api/v1/auth/signup/doctor", doctor).then().spec(invalidField("medical_license_no"));
    }

    @Test
    void aHospitalGetsItsCode() {
        Response response = post("/api/v1/auth/signup/hospital", hospital());

        response.then()
                .statusCode(201)
                .body("user.role", equalTo("HOSPITAL_ADMIN"))
                .body("user.name", equalTo("Lakeside Hospital"))
                .body("user.hospital_code", matchesPattern("HC-[A-Z0-9]{6}"))
                .body("user.is_verified", equalTo(false))
                .body("user.hospital_id", notNullValue());
        given().auth()
                .oauth2(response.path("access_token"))
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("hospital_code", equalTo(response.path("user.hospital_code")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "hospital"})
    void whileTheOwnerOfTheProfileIsDownNothingIsLeftAndARetrySucceeds(String who) {
        Map<String, Object> body = who.equals("doctor") ? doctor() : hospital();
        services.is(Mood.LOSES_ANSWERS);
        post("/api/v1/auth/signup/" + who, body).then().statusCode(503).header("Retry-After", notNullValue());
        assertThat(services.has(body.get("email").toString())).isFalse();

        services.is(Mood.WELL);
        post("/api/v1/auth/signup/" + who, body).then().statusCode(201);
    }

    @Test
    void registersAsHealthServicesDocumentsIt() {
        Map<String, Object> person = person();

        Response response = post("/api/v1/auth/register", person);

        response.then()
                .statusCode(200)
                .body("token_type", equalTo("bearer"))
                .body("user.name", equalTo("Ravi Kumar Shah"))
                .body("user.email", equalTo(person.get("email")))
                .body("user.role", equalTo("PATIENT"))
                .body("user.mobile_no", equalTo("+919000000003"))
                .body("user.address", equalTo("7 Lake Road"))
                .body("user.is_verified", equalTo(false))
                .body("user.is_active", equalTo(true));
        JsonNode profile = services.profile(response.path("user.patient_id"));
        assertThat(profile.get("first_name").asText()).isEqualTo("Ravi Kumar");
        assertThat(profile.get("last_name").asText()).isEqualTo("Shah");
        given().auth()
                .oauth2(response.path("access_token"))
                .get("/api/v1/auth/profile")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("email", equalTo(person.get("email")))
                .body("last_login", notNullValue());
        post("/api/v1/auth/login", Map.of("email", person.get("email"), "password", PASSWORD))
                .then()
                .statusCode(200);
    }

    @Test
    void refusesARegistrationAsDocumented() {
        Map<String, Object> person = person();
        post("/api/v1/auth/register", person).then().statusCode(200);
        post("/api/v1/auth/register", person).then().spec(problem(409, "EMAIL_ALREADY_EXISTS"));

        Map<String, Object> admin = person();
        admin.put("role", "admin");
        post("/api/v1/auth/register", admin).then().spec(problem(403, "ACCESS_DENIED"));

        Map<String, Object> wrong = person();
        wrong.put("password", "short");
        post("/api/v1/auth/register", wrong)
                .then()
                .spec(problem(400, "VALIDATION_ERROR"))
                .body("errors[0].field", equalTo("password"));
        post("/api/v1/auth/register", "{").then().spec(problem(400, "VALIDATION_ERROR"));
    }

    @Test
    void aDoctorWhoRegistersWithANameOnlyIsADoctorNobodyVouchedFor() {
        Map<String, Object> person = person();
        person.put("role", "Doctor");

        post("/api/v1/auth/register", person)
                .then()
                .statusCode(200)
                .body("user.role", equalTo("DOCTOR"))
                .body("user.doctor_id", notNullValue())
                .body("user.is_verified", equalTo(false));
    }

    private static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    private static Map<String, Object> person() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Ravi Kumar Shah");
        body.put("email", email());
        body.put("password", PASSWORD);
        body.put("mobile_no", "+919000000003");
        body.put("address", "7 Lake Road");
        return body;
    }

    private static Map<String, Object> doctor() {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email());
        body.put("password", PASSWORD);
        body.put("medical_license_no", "KA-12345");
        body.put("first_name", "Meera");
        body.put("last_name", "Iyer");
        body.put("phone_primary", "+919876500000");
        body.put("specialization", "Cardiology");
        body.put("qualifications", List.of("MBBS", "MD"));
        body.put("experience_years", 12);
        body.put("hospital_code", HOSPITAL_CODE);
        body.put("languages", List.of("English", "Kannada"));
        return body;
    }

    private static Map<String, Object> hospital() {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email());
        body.put("password", PASSWORD);
        body.put("name", "Lakeside Hospital");
        body.put("phone_primary", "+918000000000");
        body.put("address_line1", "1 Lake Road");
        body.put("city", "Bengaluru");
        body.put("state", "Karnataka");
        body.put("postal_code", "560001");
        body.put("facility_type", "GENERAL_HOSPITAL");
        body.put("total_beds", 120);
        body.put("icu_beds", 10);
        body.put("emergency_beds", 5);
        body.put("operation_theatres", 3);
        return body;
    }
}
