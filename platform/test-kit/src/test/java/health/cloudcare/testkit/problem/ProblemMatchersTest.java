package health.cloudcare.testkit.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.cloudcare.testkit.problem.ProblemMatchers.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.MatcherAssert.assertThat;

class ProblemMatchersTest {

    @Test
    void acceptsTheCompleteBody() {
        assertThat(complete(), aProblem(403, "ACCESS_DENIED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "title",
                "status",
                "detail",
                "instance",
                "success",
                "message",
                "error_code",
                "error_id",
                "timestamp",
                "errors",
                "error"
            })
    void namesTheMissingMember(String member) {
        Map<String, Object> body = complete();
        body.remove(member);

        assertThatThrownBy(() -> assertThat(body, aProblem(403, "ACCESS_DENIED")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(member + " is null");
    }

    @Test
    void refusesAnotherCode() {
        assertThat(aProblem(403, "NOT_FOUND").matches(complete())).isFalse();
    }

    private static Map<String, Object> complete() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type", "about:blank",
                "title", "Forbidden",
                "status", 403,
                "detail", "Not yours.",
                "instance", "/x",
                "success", false,
                "message", "Not yours.",
                "error_code", "ACCESS_DENIED",
                "error_id", "0190",
                "timestamp", "2026-01-01T00:00:00Z"));
        body.put("errors", List.of());
        body.put(
                "error",
                Map.of(
                        "code", "ACCESS_DENIED",
                        "message", "Not yours.",
                        "timestamp", "2026-01-01T00:00:00Z",
                        "details", List.of()));
        return body;
    }
}
