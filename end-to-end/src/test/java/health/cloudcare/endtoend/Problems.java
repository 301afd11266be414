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
}
