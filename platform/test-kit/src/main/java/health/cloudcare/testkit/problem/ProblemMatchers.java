package health.cloudcare.testkit.problem;

import java.util.Map;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

/**
 * Assertions on the one problem body (RFC 9457 members and the members of the documented error shapes):
 * {@code given()…get("/x").then().spec(problem(403, "ACCESS_DENIED"))}.
 */
public final class ProblemMatchers {

    private ProblemMatchers() {}

    /** Status, media type and a complete body with this error code. */
    public static ResponseSpecification problem(int status, String errorCode) {
        return specification(status, new ProblemBody(status, errorCode)).build();
    }

    /** Status, media type and a complete body, whatever its error code. */
    public static ResponseSpecification problem(int status) {
        return specification(status, new ProblemBody(status, null)).build();
    }

    /** A complete 422 problem that names this field among its errors. */
    public static ResponseSpecification invalidField(String field) {
        return specification(422, new ProblemBody(422, null))
                .expectBody("errors.field", hasItem(field))
                .build();
    }

    /** For a body that was read as a map; {@code errorCode} as in {@code error_code}. */
    public static Matcher<Map<String, ?>> aProblem(int status, String errorCode) {
        return new ProblemBody(status, errorCode);
    }

    /** The body repeats nothing of what the caller sent. */
    public static Matcher<String> withoutEchoOf(String value) {
        return Matchers.not(Matchers.containsString(value));
    }

    private static ResponseSpecBuilder specification(int status, ProblemBody body) {
        return new ResponseSpecBuilder()
                .expectStatusCode(equalTo(status))
                .expectHeader("Content-Type", startsWith("application/problem+json"))
                .expectBody("$", body);
    }
}
