package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static health.cloudcare.endtoend.Problems.assertSessionEnded;
import static org.assertj.core.api.Assertions.assertThat;

/** HS-01 to HS-03: register, login and profile as Health Services documents them. */
@WithSuite
@Order(3)
class HealthServicesSurfaceTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String PROFILE = "/api/v1/auth/profile";
    private static final String PASSWORD = "quiet harbour 7";

    private final Suite suite;
    private final Gateway gateway;

    HealthServicesSurfaceTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void registersLogsInAndShowsTheProfile() {
        Map<String, Object> body = body();
        body.put("role", "patient");
        body.put("mobile_no", "9000000004");
        body.put("address", "4 Example Street");

        JsonNode registered = gateway.post(REGISTER, body).expect(200).json();
        JsonNode loggedIn = gateway.post(PatientClient.LOGIN, Map.of("email", body.get("email"), "password", PASSWORD))
                .expect(200)
                .json();
        Answer profile = gateway.get(
                        PROFILE, Map.of(), loggedIn.path("access_token").asText())
                .expect(200);

        for (JsonNode tokens : List.of(registered, loggedIn)) {
            assertThat(tokens.path("access_token").asText()).isNotBlank();
            assertThat(tokens.path("token_type").asText()).isEqualTo("bearer");
        }
        for (JsonNode user : List.of(registered.path("user"), loggedIn.path("user"), profile.json())) {
            assertThat(UUID.fromString(user.path("id").asText())).isNotNull();
            assertThat(user.path("name").asText()).isEqualTo("Health Visitor");
            assertThat(user.path("email").asText()).isEqualTo(body.get("email"));
            assertThat(user.path("role").asText()).isEqualTo("PATIENT");
            assertThat(user.path("mobile_no").asText()).isEqualTo("9000000004");
            assertThat(user.path("address").asText()).isEqualTo("4 Example Street");
            assertThat(user.path("is_verified").isBoolean()).isTrue();
            assertThat(user.path("is_active").asBoolean()).isTrue();
            assertThat(user.path("created_at").asText()).endsWith("Z");
            assertThat(user.path("updated_at").asText()).endsWith("Z");
        }
        assertThat(profile.json().path("last_login").asText()).endsWith("Z");
        assertThat(profile.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whoSaysNothingOfARoleIsAPatientAndDoctorsMayRegister() {
        JsonNode patient = gateway.post(REGISTER, body()).expect(200).json().path("user");
        Map<String, Object> doctorBody = body();
        doctorBody.put("role", "doctor");
        JsonNode doctor = gateway.post(REGISTER, doctorBody).expect(200).json().path("user");

        assertThat(patient.path("role").asText()).isEqualTo("PATIENT");
        assertThat(patient.path("patient_id").asText()).isNotBlank();
        assertThat(doctor.path("role").asText()).isEqualTo("DOCTOR");
        assertThat(doctor.path("doctor_id").asText()).isNotBlank();
        assertThat(doctor.path("is_verified").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN"})
    void nobodyRegistersAsAnAdministrator(String role) {
        Map<String, Object> body = body();
        body.put("role", role);

        assertProblem(gateway.post(REGISTER, body), 403, "ACCESS_DENIED");
        assertProblem(
                gateway.post(PatientClient.LOGIN, Map.of("email", body.get("email"), "password", PASSWORD)),
                401,
                "AUTH_FAILED");
    }

    @Test
    void anEmailAddressIsRegisteredOnce() {
        Map<String, Object> body = body();
        gateway.post(REGISTER, body).expect(200);

        assertProblem(gateway.post(REGISTER, body), 409, "EMAIL_ALREADY_EXISTS");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "name, -",
                "email, -",
                "password, -",
                "name, ''",
                "email, not-an-address",
                "password, short",
                "role, king",
                "mobile_no, 123456789012345678901"
            })
    void aMalformedRegistrationIsABadRequest(String member, String value) {
        Map<String, Object> body = body();
        body.put(member, value);

        Answer answer = gateway.post(REGISTER, body);

        assertProblem(answer, 400, "VALIDATION_ERROR");
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("field").asText())
                .contains(member);
        assertThat(answer.json().path("timestamp").asText()).endsWith("Z");
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        assertProblem(gateway.post(REGISTER, "{\"name\": "), 400, "VALIDATION_ERROR");
    }

    @Test
    void wrongCredentialsAreRefusedAndALockedAccountToo() {
        Map<String, Object> body = body();
        SignedIn somebody = SignedIn.of(gateway, gateway.post(REGISTER, body), 200);
        Map<String, Object> credentials = Map.of("email", body.get("email"), "password", PASSWORD);
        String account = "/api/v1/admin/accounts/" + somebody.user().path("id").asText();
        String administrator = suite.administratorToken();

        assertProblem(
                gateway.post(PatientClient.LOGIN, Map.of("email", body.get("email"), "password", "wrong-password")),
                401,
                "AUTH_FAILED");
        gateway.post(account + "/lock", Map.of(), administrator).expect(200);

        // 403 is documented for an inactive account, but would tell whoever guesses that the password is right
        assertThat(gateway.post(PatientClient.LOGIN, credentials).status()).isIn(401, 403);
        assertSessionEnded(somebody.get(PROFILE));
        gateway.post(account + "/unlock", Map.of(), administrator).expect(200);
        gateway.post(PatientClient.LOGIN, credentials).expect(200);
    }

    @Test
    void aTokenInTheAddressIsNoTokenUnlessSwitchedOn() {
        SignedIn somebody = SignedIn.of(gateway, gateway.post(REGISTER, body()), 200);

        assertProblem(gateway.get(PROFILE + "?token=" + somebody.token()), 401, "AUTH_FAILED");
        somebody.get(PROFILE + "?token=ignored").expect(200);
        assertProblem(gateway.get(PROFILE), 401, "AUTH_FAILED");
        suite.logs().forEach((name, log) -> assertThat(log).as(name).doesNotContain(somebody.token()));
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Health Visitor");
        body.put("email", "visitor." + UUID.randomUUID() + "@cloudcare.example");
        body.put("password", PASSWORD);
        return body;
    }
}
