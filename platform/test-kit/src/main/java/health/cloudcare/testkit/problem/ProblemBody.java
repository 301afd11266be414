package health.cloudcare.testkit.problem;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;
import org.jspecify.annotations.Nullable;

/** Checks every member of the problem body and tells all that is wrong with it at once. */
final class ProblemBody extends TypeSafeDiagnosingMatcher<Map<String, ?>> {

    private static final List<String> TEXTS =
            List.of("type", "title", "detail", "instance", "message", "error_code", "error_id", "timestamp");

    private final int status;
    private final @Nullable String errorCode;

    ProblemBody(int status, @Nullable String errorCode) {
        this.status = status;
        this.errorCode = errorCode;
    }

    @Override
    protected boolean matchesSafely(Map<String, ?> body, Description mismatch) {
        List<String> wrong = new ArrayList<>();
        TEXTS.forEach(member -> requireText(body, member, wrong));
        require(Integer.valueOf(status).equals(body.get("status")), "status is " + body.get("status"), wrong);
        require(Boolean.FALSE.equals(body.get("success")), "success is " + body.get("success"), wrong);
        require(isInstant(body.get("timestamp")), "timestamp is " + body.get("timestamp"), wrong);
        require(body.get("errors") instanceof List, "errors is " + body.get("errors"), wrong);
        if (errorCode != null) {
            require(errorCode.equals(body.get("error_code")), "error_code is " + body.get("error_code"), wrong);
        }
        checkNested(body, wrong);
        mismatch.appendText(String.join("; ", wrong)).appendText(" in ").appendValue(body);
        return wrong.isEmpty();
    }

    private static void checkNested(Map<String, ?> body, List<String> wrong) {
        if (!(body.get("error") instanceof Map<?, ?> error)) {
            wrong.add("error is " + body.get("error"));
            return;
        }
        require(Objects.equals(error.get("code"), body.get("error_code")), "error.code differs from error_code", wrong);
        require(Objects.equals(error.get("message"), body.get("message")), "error.message differs from message", wrong);
        require(
                Objects.equals(error.get("timestamp"), body.get("timestamp")),
                "error.timestamp differs from timestamp",
                wrong);
        require(error.containsKey("details"), "error.details is missing", wrong);
    }

    private static void requireText(Map<String, ?> body, String member, List<String> wrong) {
        require(
                body.get(member) instanceof String text && !text.isBlank(),
                member + " is " + body.get(member) + " and not a text",
                wrong);
    }

    private static void require(boolean condition, String otherwise, List<String> wrong) {
        if (!condition) {
            wrong.add(otherwise);
        }
    }

    private static boolean isInstant(@Nullable Object value) {
        if (!(value instanceof String text) || !text.endsWith("Z")) {
            return false;
        }
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a complete problem body with status ").appendValue(status);
        if (errorCode != null) {
            description.appendText(" and error_code ").appendValue(errorCode);
        }
    }
}
