package health.cloudcare.auth.identifier;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

final class IdentifierProblems {

    private static final ProblemType TAKEN = new ProblemType("IDENTIFIER_TAKEN", 409, "Identifier taken");
    private static final ProblemType LAST = new ProblemType("LAST_IDENTIFIER", 409, "Last way to sign in");
    private static final ProblemType FIXED = new ProblemType("IDENTIFIER_FIXED", 409, "Identifier cannot be removed");
    private static final ProblemType PROVED = new ProblemType("ALREADY_VERIFIED", 409, "Already verified");
    private static final ProblemType OTP_ERROR = new ProblemType("OTP_ERROR", 400, "Code refused");

    private IdentifierProblems() {}

    /** Whose it is stays untold. */
    static HttpProblem taken() {
        return TAKEN.problem("This name belongs to an account already.");
    }

    static HttpProblem last() {
        return LAST.problem("Without this you could no longer sign in. Add another name, or a password, first.");
    }

    static HttpProblem fixed() {
        return FIXED.problem("This name belongs to the account for good.");
    }

    static HttpProblem alreadyYours() {
        return PROVED.problem("This is yours already.");
    }

    static HttpProblem codeRefused() {
        return OTP_ERROR.problem("The code is wrong or has expired.");
    }

    static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("Your account has no such name.");
    }

    static HttpProblem currentPasswordMissing() {
        return ProblemType.INVALID.problem(
                "The request is not valid.",
                List.of(new FieldError("current_password", "must not be blank", "not_blank")));
    }

    static HttpProblem wrongPassword() {
        return ProblemType.UNAUTHENTICATED.problem("The current password is wrong.");
    }

    static HttpProblem changedMeanwhile() {
        return ProblemType.CONFLICT.problem("The password was changed a moment ago.");
    }
}
