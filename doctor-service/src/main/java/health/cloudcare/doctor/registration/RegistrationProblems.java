package health.cloudcare.doctor.registration;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.exception.ConstraintViolationException;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a registration or a cancellation is refused. */
final class RegistrationProblems {

    private static final ProblemType LICENSE_TAKEN =
            new ProblemType("LICENSE_ALREADY_REGISTERED", 409, "Licence already registered");
    private static final ProblemType CANCELLED =
            new ProblemType("REGISTRATION_CANCELLED", 409, "Registration cancelled");
    private static final ProblemType COMPLETE = new ProblemType("REGISTRATION_COMPLETE", 409, "Registration complete");

    private static final String LICENSE_KEY = "doctor_license_key";

    private RegistrationProblems() {}

    static HttpProblem licenseTaken() {
        return LICENSE_TAKEN.problem("This medical licence is already registered.");
    }

    /** What the table refused, because another registration was quicker. */
    static HttpProblem taken(ConstraintViolationException violation) {
        return LICENSE_KEY.equals(violation.getConstraintName()) ? licenseTaken() : differs();
    }

    static HttpProblem cancelled() {
        return CANCELLED.problem("This registration was cancelled.");
    }

    static HttpProblem complete() {
        return COMPLETE.problem("A completed registration cannot be cancelled.");
    }

    static HttpProblem differs() {
        return ProblemType.CONFLICT.problem("Another registration uses this doctor id or this account.");
    }

    static HttpProblem invalid(List<FieldError> errors) {
        return ProblemType.INVALID.problem("The request is not valid.", errors);
    }
}
