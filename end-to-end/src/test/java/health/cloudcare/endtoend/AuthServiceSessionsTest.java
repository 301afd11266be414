package health.cloudcare.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static health.cloudcare.endtoend.Problems.assertSessionEnded;
import static org.assertj.core.api.Assertions.assertThat;

/** AS-04 to AS-07: logging out, here and everywhere, the list of sessions, and whether a token is still good. */
@WithSuite
@Order(3)
class AuthServiceSessionsTest {

    private static final String SESSIONS = "/auth/sessions";
    private static final String VALIDATE = "/auth/validate-token";

    private final Suite suite;
    private final Gateway gateway;

    AuthServiceSessionsTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void sessionsAreListedAndEnded() {
        Registration person = Registration.with(suite);
        String userId = person.registered();
        SignedIn first = person.loggedIn();
        SignedIn second = person.loggedIn();
        SignedIn third = person.loggedIn();

        JsonNode listed = first.get(SESSIONS).expect(200).json();
        assertThat(listed.path("count").asInt()).isEqualTo(3);
        for (JsonNode session : listed.path("sessions")) {
            assertThat(session.path("user_id").asText()).isEqualTo(userId);
            assertThat(session.path("user_type").asText()).isEqualTo("PATIENT");
            Instant login = Instant.parse(session.path("login_time").asText());
            assertThat(Instant.parse(session.path("last_activity").asText())).isAfterOrEqualTo(login);
            assertThat(Instant.parse(session.path("expires_at").asText())).isAfter(login);
            assertThat(session.path("is_active").asBoolean()).isTrue();
            assertThat(session.path("is_current").asBoolean())
                    .isEqualTo(session.path("session_id").asText().equals(first.sessionId()));
            assertThat(session.path("device_info").asText()).isNotBlank();
        }

        assertThat(second.post("/auth/logout", Map.of())
                        .expect(200)
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertSessionEnded(second.get(SESSIONS));
        gateway.delete(SESSIONS + "/" + third.sessionId(), first.token()).expect(200);
        Revocation.awaitRefusal(gateway, third.token());
        assertProblem(gateway.delete(SESSIONS + "/" + third.sessionId(), first.token()), 404, "NOT_FOUND");
        assertThat(first.get(SESSIONS).expect(200).json().path("count").asInt()).isEqualTo(1);

        SignedIn fourth = person.loggedIn();
        JsonNode ended = fourth.post("/auth/logout-all", Map.of()).expect(200).json();
        assertThat(ended.path("success").asBoolean()).isTrue();
        assertThat(ended.path("message").asText()).contains("2");
        assertThat(ended.path("sessions_ended").asInt()).isEqualTo(2);
        for (SignedIn session : List.of(first, fourth)) {
            Revocation.awaitRefusal(gateway, session.token());
        }
        for (String path : List.of("/auth/logout", "/auth/logout-all")) {
            assertProblem(gateway.post(path, Map.of()), 401, "AUTH_FAILED");
        }
        assertProblem(gateway.get(SESSIONS), 401, "AUTH_FAILED");
    }

    @Test
    void aTokenIsValidatedFromTheBodyOrTheHeader() {
        Registration person = Registration.with(suite);
        String userId = person.registered();
        SignedIn session = person.loggedIn();

        for (Answer answer : List.of(
                gateway.post(VALIDATE, Map.of("token", session.token())),
                session.post(VALIDATE, Map.of()),
                gateway.send("POST", VALIDATE, Map.of("Authorization", "Bearer " + session.token())))) {
            JsonNode valid = answer.expect(200).json();
            assertThat(valid.path("success").asBoolean()).isTrue();
            assertThat(valid.path("valid").asBoolean()).isTrue();
            assertThat(valid.path("user_id").asText()).isEqualTo(userId);
            assertThat(valid.path("session_id").asText()).isEqualTo(session.sessionId());
            assertThat(valid.path("expires_at").asText()).endsWith("Z");
        }

        assertProblem(gateway.post(VALIDATE, Map.of("token", "not.a.token")), 401, "AUTH_FAILED");
        assertInvalid(gateway.send("POST", VALIDATE, Map.of()), "token");
        // documented, but off unless switched on
        assertInvalid(gateway.send("POST", VALIDATE + "?token=" + session.token(), Map.of()), "token");
        session.post("/auth/logout", Map.of()).expect(200);
        assertSessionEnded(gateway.post(VALIDATE, Map.of("token", session.token())));
    }
}
