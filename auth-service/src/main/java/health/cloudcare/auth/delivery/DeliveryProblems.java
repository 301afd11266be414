package health.cloudcare.auth.delivery;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** What a caller is told whose message could not be sent. */
public final class DeliveryProblems {

    private static final ProblemType SMS_ERROR = new ProblemType("SMS_ERROR", 503, "SMS not sent");
    private static final ProblemType EMAIL_ERROR = new ProblemType("EMAIL_ERROR", 503, "E-mail not sent");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private DeliveryProblems() {}

    public static HttpProblem unavailable(Channel channel) {
        return switch (channel) {
            case SMS -> SMS_ERROR.retryAfter(TRY_AGAIN, "The SMS could not be sent. Try again shortly.");
            case EMAIL -> EMAIL_ERROR.retryAfter(TRY_AGAIN, "The e-mail could not be sent. Try again shortly.");
        };
    }

    public static boolean isUndeliverable(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() == ProblemType.INVALID.status();
    }

    public static HttpProblem undeliverable(Channel channel) {
        String field = channel == Channel.SMS ? "phone" : "email";
        return ProblemType.INVALID.problem(
                "Nobody can be reached there.",
                List.of(new FieldError(field, "cannot receive messages", "undeliverable")));
    }
}
