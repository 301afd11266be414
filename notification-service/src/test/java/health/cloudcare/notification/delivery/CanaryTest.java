package health.cloudcare.notification.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** As in production: what is handed over, and what fails on the way, shows nowhere. */
@QuarkusTest
@WithTestResource(ProductionProviders.class)
class CanaryTest {

    private static final String CODE = "73194628";
    /** Parts of the code, of every number and of every mailbox used here, and the words beside a code. */
    private static final List<String> CANARIES = List.of(CODE, "731946", "canary", "Never share");

    private static final String INVALID = ProblemType.INVALID.code();
    private static final String REQUEST_ID = "request-0001";

    @Inject
    MongoClient mongo;

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("SMS", ProductionProviders.GOOD, 202, null),
                arguments("SMS", ProductionProviders.WRONG, 422, "UNDELIVERABLE"),
                arguments("SMS", ProductionProviders.BAD_TOKEN, 503, "SMS_ERROR"),
                arguments("SMS", ProductionProviders.DOWN, 503, "SMS_ERROR"),
                arguments("SMS", ProductionProviders.LIMITED, 503, "SMS_ERROR"),
                arguments("SMS", ProductionProviders.SLOW, 503, "SMS_ERROR"),
                arguments("SMS", ProductionProviders.BROKEN, 503, "SMS_ERROR"),
                arguments("SMS", "canary-731946", 422, INVALID),
                arguments("EMAIL", "canary@home.example", 202, null),
                arguments("EMAIL", "canary@refused.example", 422, "UNDELIVERABLE"),
                arguments("EMAIL", "canary@policy.example", 503, "EMAIL_ERROR"),
                arguments("EMAIL", "canary@busy.example", 503, "EMAIL_ERROR"),
                arguments("EMAIL", "canary@hangup.example", 503, "EMAIL_ERROR"),
                arguments("EMAIL", "canary@silent.example", 503, "EMAIL_ERROR"),
                arguments("canary", "canary@home.example", 422, INVALID));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void nothingOfAMessageShows(String channel, String to, int status, String errorCode) {
        try (LogCapture log = new LogCapture()) {
            ValidatableResponse answer = send("""
                    {"channel": "%s", "to": "%s", "template": "verification-code",
                     "parameters": {"code": "%s", "valid_minutes": "10"}}""".formatted(channel, to, CODE));

            assertSafe(log.lines());
            if (errorCode == null) {
                answer.statusCode(status);
            } else {
                answer.spec(problem(status, errorCode));
                assertSafe(List.of(answer.extract().body().asString()));
            }
            if (status == 503) {
                assertThat(Integer.parseInt(answer.extract().header("Retry-After")))
                        .isPositive();
            }
            if (!INVALID.equals(errorCode)) {
                assertThat(log.lines())
                        .anyMatch(line -> line.contains("Message ") && line.contains("[" + REQUEST_ID + "]"));
            }
        }
        assertSafe(List.of(given().get("/q/metrics").then().extract().asString()));
        assertSafe(stored());
    }

    @Test
    void aBodyThatCannotBeReadShowsNothing() {
        try (LogCapture log = new LogCapture()) {
            send("{\"channel\": \"SMS\", \"to\": \"+919731946001\", \"parameters\": {\"code\": \"" + CODE + "\" oops")
                    .spec(problem(422));

            assertSafe(log.lines());
        }
    }

    @Test
    void handsOnWhenToTryAgain() {
        send("""
                        {"channel": "SMS", "to": "%s", "template": "password-changed"}""".formatted(ProductionProviders.LIMITED)).statusCode(503).header("Retry-After", "60");
    }

    @Test
    void theOutboxDoesNotExist() {
        given().get("/outbox").then().spec(problem(404));
        given().header("Accept", "text/html").get("/outbox").then().statusCode(404);
    }

    private static ValidatableResponse send(String message) {
        return given().auth()
                .oauth2(Tokens.service())
                .header("X-Request-Id", REQUEST_ID)
                .contentType("application/json")
                .body(message)
                .post("/internal/v1/messages")
                .then();
    }

    private List<String> stored() {
        List<String> documents = new ArrayList<>();
        for (String name : mongo.getDatabase("notification").listCollectionNames()) {
            for (Document document :
                    mongo.getDatabase("notification").getCollection(name).find()) {
                documents.add(document.toString());
            }
        }
        return documents;
    }

    private static void assertSafe(List<String> texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(CANARIES));
    }
}
