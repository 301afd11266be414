package health.cloudcare.auth.signup;

import java.time.Duration;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.ProblemType;

final class SignupProblems {

    private static final ProblemType EMAIL_TAKEN =
            new ProblemType("EMAIL_ALREADY_REGISTERED", 409, "E-mail already registered");
    private static final ProblemType EMAIL_EXISTS =
            new ProblemType("EMAIL_ALREADY_EXISTS", 409, "E-mail already registered");
    private static final ProblemType UNDER_WAY = new ProblemType("SIGNUP_UNDER_WAY", 409, "Signup under way");
    private static final ProblemType UNKNOWN_CODE =
            new ProblemType("HOSPITAL_CODE_NOT_FOUND", 404, "Hospital code not found");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private SignupProblems() {}

    static HttpProblem emailTaken() {
        return EMAIL_TAKEN.problem("This e-mail address is already registered.");
    }

    /** As Health Services documents it. */
    static HttpProblem emailExists() {
        return EMAIL_EXISTS.problem("This e-mail address is already registered.");
    }

    static HttpProblem underWay() {
        return UNDER_WAY.problem("A signup under this name is under way. Try again in a minute.");
    }

    static HttpProblem unknownHospitalCode() {
        return UNKNOWN_CODE.problem("There is no hospital with this code.");
    }

    static HttpProblem administratorsAreAppointed() {
        return ProblemType.FORBIDDEN.problem("Nobody can register as an administrator.");
    }

    static HttpProblem unavailable() {
        return ProblemType.UNAVAILABLE.retryAfter(
                TRY_AGAIN,
                "Signing up could not be completed. Try again shortly, or log in if that says you are registered.");
    }
}
