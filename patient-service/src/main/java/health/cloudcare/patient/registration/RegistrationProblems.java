package health.cloudcare.patient.registration;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.exception.ConstraintViolationException;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a registration or a cancellation is refused. */
final class RegistrationProblems {

    private static final ProblemType AADHAAR_TAKEN =
            new ProblemType("AADHAAR_ALREADY_REGISTERED", 409, "Aadhaar already registered");
    private static final ProblemType CANCELLED =
            new ProblemType("REGISTRATION_CANCELLED", 409, "Registration cancelled");
    private static final ProblemType COMPLETE = new ProblemType("REGISTRATION_COMPLETE", 409, "Registration complete");

    private RegistrationProblems() {}

    static HttpProblem aadhaarTaken() {
        return AADHAAR_TAKEN.problem("This Aadhaar number is already registered.");
    }

    static HttpProblem cancelled() {
        return CANCELLED.problem("This registration was cancelled.");
    }

    static HttpProblem complete() {
        return COMPLETE.problem("A completed registration cannot be cancelled.");
    }

    static HttpProblem differs() {
        return ProblemType.CONFLICT.problem("Another registration uses this patient id or account.");
    }

    /** What registrations at the same moment could not see of each other, the tables' keys refuse. */
    static HttpProblem of(ConstraintViolationException violation) {
        String constraint = violation.getConstraintName();
        return constraint != null && constraint.contains("account_id") ? differs() : aadhaarTaken();
    }

    static HttpProblem unknownTimeZone() {
        return ProblemType.INVALID.problem(
                "The request is not valid.",
                List.of(new FieldError("time_zone", "must be an IANA time zone such as Asia/Kolkata", "time_zone")));
    }
}
