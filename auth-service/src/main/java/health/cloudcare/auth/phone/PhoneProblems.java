package health.cloudcare.auth.phone;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.auth.otp.Guess;
import health.cloudcare.servicekit.problem.ProblemType;

/** The documented refusals of this surface. */
final class PhoneProblems {

    private static final ProblemType USER_EXISTS = new ProblemType("USER_EXISTS", 409, "User exists");
    private static final ProblemType ALREADY_VERIFIED = new ProblemType("ALREADY_VERIFIED", 409, "Already verified");
    private static final ProblemType OTP_EXPIRED = new ProblemType("OTP_EXPIRED", 410, "Code expired");
    private static final ProblemType OTP_INVALID = new ProblemType("OTP_INVALID", 401, "Code invalid");
    private static final ProblemType PHONE_MISMATCH = new ProblemType("PHONE_MISMATCH", 400, "Phone mismatch");
    private static final ProblemType NOT_VERIFIED = new ProblemType("USER_NOT_VERIFIED", 401, "User not verified");
    private static final ProblemType NOT_FOUND = new ProblemType("USER_NOT_FOUND", 404, "User not found");

    private PhoneProblems() {}

    static HttpProblem userExists() {
        return USER_EXISTS.problem("This telephone number is already registered.");
    }

    static HttpProblem alreadyVerified() {
        return ALREADY_VERIFIED.problem("This telephone number is already verified. Sign in.");
    }

    static HttpProblem expired() {
        return OTP_EXPIRED.problem("The code has expired. Ask for another one.");
    }

    /** Two right guesses at the same moment: one of them comes too late. */
    static void requireUnused(boolean consumed) {
        if (!consumed) {
            throw expired();
        }
    }

    static HttpProblem notVerified() {
        return NOT_VERIFIED.problem("This telephone number is not verified yet. Sign up first.");
    }

    static HttpProblem notFound() {
        return NOT_FOUND.problem("This telephone number is not registered.");
    }

    static HttpProblem locked() {
        return ProblemType.FORBIDDEN.problem("This account is locked.");
    }

    static HttpProblem refused(Guess.Refused reason) {
        return switch (reason) {
            case WRONG -> OTP_INVALID.problem("The code is wrong.");
            case SENT_ELSEWHERE -> PHONE_MISMATCH.problem("The code was sent to another telephone number.");
            case GONE -> expired();
        };
    }
}
