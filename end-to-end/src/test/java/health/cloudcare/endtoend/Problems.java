package health.cloudcare.endtoend;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.journey.Answer;

import static health.cloudcare.testkit.problem.ProblemMatchers.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;

/** Every refusal has the one problem body. */
final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        Map<String, ?> body = JSON.convertValue(answer.json(), new TypeReference<Map<String, Object>>() {});
        assertThat(body, aProblem(status, code));
    }

    /** Whoever comes with what was ended: told by the gateway, or before it knows by the service. */
    static void assertSessionEnded(Answer answer) {
        String code = answer.json().path("error_code").asText();
        assertThat(code).as(answer.text()).isIn("AUTH_FAILED", "SESSION_ERROR");
        assertProblem(answer, 401, code);
    }

    /** A 429 that says when to come back. */
    static void assertTooMany(Answer answer) {
        assertProblem(answer, 429, "RATE_LIMIT");
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElse("0")))
                .as("Retry-After")
                .isPositive();
        assertThat(answer.json()
                        .path("error")
                        .path("details")
                        .path("retry_after")
                        .asLong())
                .as(answer.text())
                .isPositive();
    }

    /** A 422 that names the member. */
    static void assertInvalid(Answer answer, String member) {
        assertProblem(answer, 422, "VALIDATION_ERROR");
        assertThat(answer.json().path("errors"))
                .as(answer.text())
                .extracting(error -> error.path("field").asText())
                .contains(member);
    }
}
