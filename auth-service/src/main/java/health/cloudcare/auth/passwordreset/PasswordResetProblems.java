package health.cloudcare.auth.passwordreset;

import java.util.Map;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.ProblemType;

final class PasswordResetProblems {

    private static final ProblemType OTP_ERROR = new ProblemType("OTP_ERROR", 400, "Code refused");

    private PasswordResetProblems() {}

    static HttpProblem codeRefused() {
        return OTP_ERROR.problem(
                "The code is wrong or has expired.", Map.of(ProblemType.DETAILS, Map.of("otp_type", "password_reset")));
    }
}
