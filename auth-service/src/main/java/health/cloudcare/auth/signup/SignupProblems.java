package health.cloudcare.auth.signup;

import java.time.Duration;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.ProblemType;

final class SignupProblems {

    private static final ProblemType EMAIL_TAKEN =
            new ProblemType("EMAIL_ALREADY_REGISTERED", 409, "E-mail already registered");
    private static final ProblemType UNDER_WAY = new ProblemType("SIGNUP_UNDER_WAY", 409, "Signup under way");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private SignupProblems() {}

    static HttpProblem emailTaken() {
        return EMAIL_TAKEN.problem("This e-mail address is already registered.");
    }

    static HttpProblem underWay() {
        return UNDER_WAY.problem("A signup with this e-mail address is under way. Try again in a minute.");
    }

    static HttpProblem unavailable() {
        return ProblemType.UNAVAILABLE.retryAfter(
                TRY_AGAIN,
                "Signing up could not be completed. Try again shortly, or log in if that says you are registered.");
    }
}
