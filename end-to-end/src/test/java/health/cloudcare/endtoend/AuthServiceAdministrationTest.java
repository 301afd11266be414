package health.cloudcare.endtoend;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** AS-11 to AS-17: what administrators see of those who have not proved their address yet, and the pages open to anybody. */
@WithSuite
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthServiceAdministrationTest {

    private static final String PENDING = "/admin/pending-users";
    private static final String STATUS = "/admin/collections-status";

    private final Suite suite;
    private final Gateway gateway;
    private final String administrator;

    AuthServiceAdministrationTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        administrator = suite.administratorToken();
    }

    @Test
    void whoWaitsForACodeIsListed() {
        Registration person = Registration.with(suite);
        String userId = person.register().expect(200).json().path("user_id").asText();

        JsonNode found = pending(Map.of("email", person.email()));

        assertThat(found.path("total_count").asInt()).isEqualTo(1);
        assertThat(found.path("active_count").asInt()).isEqualTo(1);
        assertThat(found.path("expired_count").asInt(-1)).isZero();
        JsonNode user = found.path("pending_users").path(0);
        assertThat(user.path("_id").asText()).isNotBlank();
        assertThat(user.path("user_id").asText()).isEqualTo(userId);
        assertThat(user.path("username").asText()).isEqualTo(person.username());
        assertThat(user.path("email").asText()).isEqualTo(person.email());
        assertThat(user.path("mobile").asText()).isEqualTo("9000000005");
        assertThat(user.path("first_name").asText()).isEqualTo("Code");
        assertThat(user.path("last_name").asText()).isEqualTo("Patient");
        assertThat(user.path("user_type").asText()).isEqualTo("PATIENT");
        assertThat(user.path("is_pregnant").isBoolean()).isTrue();
        assertThat(user.path("status").asText()).isEqualToIgnoringCase("pending");
        assertThat(user.path("time_remaining").asText()).matches("(29\\.\\d|30\\.0).*");
        assertThat(user.path("created_at").asText()).endsWith("Z");
        assertThat(user.path("expires_at").asText()).endsWith("Z");
        assertThat(user.toString()).doesNotContain("password");
    }

    @Test
    void theListIsFilteredAndPaged() {
        Registration person = Registration.with(suite);
        person.register().expect(200);
        Registration other = Registration.with(suite);
        other.register().expect(200);

        assertThat(pending(Map.of("email", person.email(), "user_type", "doctor"))
                        .path("pending_users"))
                .isEmpty();
        // a text and no pattern
        assertThat(pending(Map.of("email", ".*")).path("pending_users")).isEmpty();
        JsonNode newest = pending(Map.of("limit", "1"));
        assertThat(newest.path("pending_users")).hasSize(1);
        assertThat(newest.path("pending_users").path(0).path("email").asText()).isEqualTo(other.email());
        assertThat(newest.path("total_count").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(pending(Map.of("limit", "1", "skip", "1"))
                        .path("pending_users")
                        .path(0)
                        .path("email")
                        .asText())
                .isEqualTo(person.email());
    }

    @Test
    void anotherCodeIsSentOnRequest() {
        Registration person = Registration.with(suite);
        String userId = person.register().expect(200).json().path("user_id").asText();
        String first = person.code(1);
        person.letPass(31);

        JsonNode sent = gateway.post(PENDING + "/" + userId + "/resend-otp", Map.of(), administrator)
                .expect(200)
                .json();
        String second = person.code(2);

        assertThat(sent.path("message").asText()).isNotBlank();
        assertThat(sent.path("user_id").asText()).isEqualTo(userId);
        assertThat(sent.path("email").asText()).isEqualTo(person.email());
        if (!first.equals(second)) {
            assertProblem(person.verify(first), 400, "OTP_ERROR");
        }
        person.verify(second).expect(200);
        assertUnknown(gateway.post(PENDING + "/" + userId + "/resend-otp", Map.of(), administrator));
    }

    @Test
    void aRegistrationIsDeletedAndItsNamesAreFreeAgain() {
        Registration person = Registration.with(suite);
        String userId = person.register().expect(200).json().path("user_id").asText();
        String code = person.code(1);

        assertThat(gateway.delete(PENDING + "/" + userId, administrator)
                        .expect(200)
                        .json()
                        .path("message")
                        .asText())
                .isNotBlank();

        assertProblem(person.verify(code), 400, "OTP_ERROR");
        assertUnknown(gateway.delete(PENDING + "/" + userId, administrator));
        person.register().expect(200);
    }

    @Test
    void theStoresAreCountedUnderTheirDocumentedNames() {
        Registration.with(suite).register().expect(200);

        JsonNode status =
                gateway.get(STATUS, Map.of(), administrator).expect(200).json();

        JsonNode collections = status.path("collections");
        for (String name : List.of("patients_v2", "doctor_v2", "user_sessions", "otp_codes")) {
            assertThat(collections.path(name).path("count").isIntegralNumber())
                    .as(name)
                    .isTrue();
            assertThat(collections.path(name).path("description").asText())
                    .as(name)
                    .isNotBlank();
        }
        JsonNode pending = collections.path("pending_users");
        assertThat(pending.path("total_count").asInt())
                .isEqualTo(pending.path("active_count").asInt()
                        + pending.path("expired_count").asInt())
                .isPositive();
        assertThat(status.path("total_verified_users").isIntegralNumber()).isTrue();
        assertThat(status.path("timestamp").asText()).endsWith("Z");
    }

    @Test
    void administrationIsForAdministratorsOnly() {
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn hospital = Hospitals.signedUp(gateway);

        for (String path : List.of(PENDING, STATUS, "/api/v1/admin/accounts")) {
            assertProblem(gateway.get(path), 401, "AUTH_FAILED");
            assertProblem(patient.get(path), 403, "ACCESS_DENIED");
            assertProblem(hospital.get(path), 403, "ACCESS_DENIED");
        }
        String one = PENDING + "/PAT00000000";
        assertProblem(gateway.delete(one, patient.token()), 403, "ACCESS_DENIED");
        assertProblem(patient.post(one + "/resend-otp", Map.of()), 403, "ACCESS_DENIED");
        assertProblem(gateway.post(one + "/resend-otp", Map.of()), 401, "AUTH_FAILED");
        assertUnknown(gateway.delete(one, administrator));
    }

    @Test
    void theServicePagesAreOpen() {
        JsonNode health = gateway.get("/health").expect(200).json();
        JsonNode landing = gateway.get("/").expect(200).json();

        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(landing.path("status").asText()).isEqualTo("running");
        assertThat(landing.path("version").asText()).isNotBlank();
        for (String page : List.of("/docs", "/test")) {
            assertThat(gateway.get(page).expect(200).headers().firstValue("Content-Type"))
                    .as(page)
                    .get()
                    .asString()
                    .startsWith("text/html");
        }
    }

    private JsonNode pending(Map<String, String> query) {
        return gateway.get(PENDING, query, administrator).expect(200).json();
    }

    private static void assertUnknown(Answer answer) {
        assertProblem(answer, 404, "USER_NOT_FOUND");
    }
}
