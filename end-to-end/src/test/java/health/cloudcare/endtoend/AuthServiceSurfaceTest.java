package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** AS-01 to AS-03 and AS-08 to AS-10: registering with a code by e-mail, signing in by any name, and new passwords. */
@WithSuite
@Order(3)
class AuthServiceSurfaceTest {

    private final Suite suite;
    private final Gateway gateway;

    AuthServiceSurfaceTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void registersAndSignsInByEveryName() {
        Registration person = Registration.with(suite);

        JsonNode registered = person.register().expect(200).json();
        assertProblem(person.logIn(person.email(), person.password()), 401, "AUTH_FAILED");
        JsonNode verified = person.verify(person.code(1)).expect(200).json();

        String userId = registered.path("user_id").asText();
        assertThat(registered.path("success").asBoolean()).isTrue();
        assertThat(registered.path("message").asText()).isNotBlank();
        assertThat(registered.path("status").asText()).isEqualTo("pending_verification");
        assertThat(registered.path("expires_in_minutes").asInt()).isEqualTo(30);
        assertThat(userId).matches("PAT[0-9]{8}");
        assertThat(verified.path("success").asBoolean()).isTrue();
        assertThat(verified.path("user_id").asText()).isEqualTo(userId);
        assertThat(verified.path("status").asText()).isEqualTo("verified");
        for (String name : List.of(
                userId,
                userId.toLowerCase(Locale.ROOT),
                person.email(),
                person.username(),
                person.username().toUpperCase(Locale.ROOT))) {
            JsonNode tokens = person.logIn(name, person.password()).expect(200).json();
            assertThat(tokens.path("access_token").asText()).isNotBlank();
            assertThat(tokens.path("token_type").asText()).isEqualTo("bearer");
            assertThat(tokens.path("user_id").asText()).isEqualTo(userId);
            assertThat(tokens.path("user_type").asText()).isEqualTo("PATIENT");
            assertThat(tokens.path("session_id").asText()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void aDoctorRegistersAndIsNotVerifiedByThat() {
        Registration person = Registration.with(suite);
        Map<String, Object> body = person.body();
        body.put("user_type", "doctor");
        body.put("specialization", "Cardiology");

        String userId = gateway.post("/auth/register", body)
                .expect(200)
                .json()
                .path("user_id")
                .asText();
        person.verify(person.code(1)).expect(200);

        SignedIn doctor = person.loggedIn();
        assertThat(userId).matches("DOC[0-9]{8}");
        assertThat(doctor.user().path("doctor_id").asText()).isNotBlank();
        assertThat(doctor.user().path("is_verified").asBoolean(true)).isFalse();
    }

    @Test
    void aNameIsRegisteredOnce() {
        Registration waiting = Registration.with(suite);
        String waitingId = waiting.register().expect(200).json().path("user_id").asText();
        Registration done = Registration.with(suite);
        String doneId = done.registered();

        for (Map.Entry<String, Registration> taken :
                Map.of(waitingId, waiting, doneId, done).entrySet()) {
            Map<String, Object> sameName = Registration.with(suite).body();
            sameName.put("username", taken.getValue().username());
            for (Answer answer : List.of(taken.getValue().register(), gateway.post("/auth/register", sameName))) {
                assertProblem(answer, 409, "USER_EXISTS");
                JsonNode details = answer.json().path("error").path("details");
                assertThat(details.path("existing_user_id").asText()).isEqualTo(taken.getKey());
                assertThat(details.path("user_type").asText()).isEqualTo("PATIENT");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "mobile", "password", "first_name", "last_name"})
    void everyRequiredMemberIsAskedForByItsName(String member) {
        Map<String, Object> body = Registration.with(suite).body();
        body.remove(member);

        Answer answer = gateway.post("/auth/register", body);

        assertInvalid(answer, member);
        assertThat(answer.json().path("error").path("details").path("validation_errors"))
                .extracting(error -> error.path("field").asText())
                .contains(member);
    }

    @ParameterizedTest
    @CsvSource({
        "email, not-an-address",
        "user_type, admin",
        "user_type, king",
        "password, password1",
        "password, short",
        // names that would be taken for another kind of name
        "username, PAT12345678",
        "username, somebody@cloudcare.example"
    })
    void aMemberThatMakesNoSenseIsNamed(String member, String value) {
        Map<String, Object> body = new HashMap<>(Registration.with(suite).body());
        body.put(member, value);

        assertInvalid(gateway.post("/auth/register", body), member);
    }

    @Test
    void aWrongUsedOrExpiredCodeIsRefused() {
        Registration person = Registration.with(suite);
        person.register().expect(200);
        String code = person.code(1);

        assertOtpError(person.verify(Telephone.otherThan(code)), "verification");
        assertOtpError(Registration.with(suite).verify(code), "verification");
        person.letPass(601);
        assertOtpError(person.verify(code), "verification");
        assertInvalid(gateway.post("/auth/verify-otp", Map.of("email", person.email())), "otp");
        assertInvalid(gateway.post("/auth/verify-otp", Map.of("otp", code)), "email");

        gateway.post("/auth/generate-otp", Map.of("email", person.email())).expect(200);
        String second = person.code(2);
        person.verify(second).expect(200);
        assertOtpError(person.verify(second), "verification");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/generate-otp", "/auth/send-otp"})
    void anotherCodeReplacesTheFirstAndNobodyIsToldWhoWaitsForOne(String path) {
        Registration person = Registration.with(suite);
        person.register().expect(200);
        String first = person.code(1);
        person.letPass(31);

        Answer known = gateway.post(path, Map.of("email", person.email()));
        Answer unknown =
                gateway.post(path, Map.of("email", Registration.with(suite).email()));

        assertThat(known.expect(200).text()).isEqualTo(unknown.expect(200).text());
        assertThat(known.json().path("success").asBoolean()).isTrue();
        String second = person.code(2);
        if (!first.equals(second)) {
            assertOtpError(person.verify(first), "verification");
        }
        person.verify(second).expect(200);
        assertInvalid(gateway.post(path, Map.of()), "email");
    }

    @Test
    void wrongCredentialsAreRefusedAlike() {
        Registration person = Registration.with(suite);
        person.registered();

        Answer wrong = person.logIn(person.email(), "not the password");
        Answer unknown = person.logIn(Registration.with(suite).username(), "not the password");

        for (Answer answer : List.of(wrong, unknown)) {
            assertProblem(answer, 401, "AUTH_FAILED");
        }
        assertThat(wrong.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        assertInvalid(gateway.post("/auth/login", Map.of("username", person.email())), "password");
    }

    @Test
    void aNewPasswordComesByEmailAndEndsAllSessions() {
        Registration person = Registration.with(suite);
        person.registered();
        SignedIn before = person.loggedIn();

        Answer known = person.forgotPassword();
        Answer unknown = Registration.with(suite).forgotPassword();
        String code = person.code(2);

        assertThat(known.expect(200).text()).isEqualTo(unknown.expect(200).text());
        assertOtpError(person.resetPassword(Telephone.otherThan(code), "another harbour 8"), "password_reset");
        assertInvalid(person.resetPassword(code, "password1"), "new_password");
        JsonNode reset =
                person.resetPassword(code, "another harbour 8").expect(200).json();
        assertThat(reset.path("success").asBoolean()).isTrue();
        assertThat(reset.path("message").asText()).isNotBlank();
        Revocation.awaitRefusal(gateway, before.token());
        assertProblem(
                gateway.post("/api/v1/auth/refresh", Map.of("refresh_token", before.refreshToken())),
                401,
                "AUTH_FAILED");
        assertProblem(person.logIn(person.email(), person.password()), 401, "AUTH_FAILED");
        person.logIn(person.email(), "another harbour 8").expect(200);
        assertOtpError(person.resetPassword(code, "a third harbour 9"), "password_reset");
        assertInvalid(gateway.post("/auth/forgot-password", Map.of()), "email");
    }

    private static void assertOtpError(Answer answer, String type) {
        assertProblem(answer, 400, "OTP_ERROR");
        assertThat(answer.json().path("error").path("details").path("otp_type").asText())
                .isEqualTo(type);
    }
}
