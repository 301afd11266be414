package health.cloudcare.auth.registration;

import java.util.Map;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.auth.signup.IdentifierTakenException;
import health.cloudcare.servicekit.problem.ProblemType;

/** The documented refusals of this surface. */
final class RegistrationProblems {

    private static final ProblemType USER_EXISTS = new ProblemType("USER_EXISTS", 409, "User exists");
    private static final ProblemType NOT_FOUND = new ProblemType("USER_NOT_FOUND", 404, "User not found");
    private static final ProblemType OTP_ERROR = new ProblemType("OTP_ERROR", 400, "Code refused");
    private static final Map<String, Object> OTP_DETAILS =
            Map.of(ProblemType.DETAILS, Map.of("otp_type", "verification"));

    private RegistrationProblems() {}

    static HttpProblem userExists(IdentifierTakenException taken) {
        return USER_EXISTS.problem(
                "This e-mail address or user name is already registered.",
                Map.of(
                        ProblemType.DETAILS,
                        Map.of(
                                "existing_user_id",
                                taken.userId(),
                                "user_type",
                                taken.role().name())));
    }

    /** Why is not told: whether somebody registered is nobody's business. */
    static HttpProblem codeRefused() {
        return OTP_ERROR.problem("The code is wrong or has expired.", OTP_DETAILS);
    }

    static HttpProblem expired() {
        return OTP_ERROR.problem("The registration has expired. The person has to register again.", OTP_DETAILS);
    }

    static HttpProblem notFound(String userId) {
        return NOT_FOUND.problem(
                "There is no pending registration of this user id.",
                Map.of(ProblemType.DETAILS, Map.of("identifier", userId)));
    }
}
