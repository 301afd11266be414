package health.cloudcare.hospital.registration;

import java.time.Duration;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Why a registration or a cancellation is refused. */
final class RegistrationProblems {

    private static final ProblemType REGISTRATION_NO_TAKEN =
            new ProblemType("REGISTRATION_NO_ALREADY_REGISTERED", 409, "Registration number already registered");
    private static final ProblemType LICENSE_NO_TAKEN =
            new ProblemType("LICENSE_NO_ALREADY_REGISTERED", 409, "Licence number already registered");
    private static final ProblemType CANCELLED =
            new ProblemType("REGISTRATION_CANCELLED", 409, "Registration cancelled");
    private static final ProblemType COMPLETE = new ProblemType("REGISTRATION_COMPLETE", 409, "Registration complete");

    private static final Duration SOON = Duration.ofSeconds(1);

    private RegistrationProblems() {}

    static HttpProblem registrationNoTaken() {
        return REGISTRATION_NO_TAKEN.problem("This registration number is already registered.");
    }

    static HttpProblem licenseNoTaken() {
        return LICENSE_NO_TAKEN.problem("This licence number is already registered.");
    }

    /** Whether the table refused only the code that was drawn. */
    static boolean isCodeTaken(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && "hospital_hospital_code_key".equals(violation.getConstraintName());
    }

    /** What the table refused, because another registration was quicker. */
    static HttpProblem taken(ConstraintViolationException violation) {
        @Nullable String constraint = violation.getConstraintName();
        return switch (constraint) {
            case "hospital_registration_no_key" -> registrationNoTaken();
            case "hospital_license_no_key" -> licenseNoTaken();
            case "hospital_hospital_code_key" ->
                ProblemType.UNAVAILABLE.retryAfter(SOON, "No free hospital code was found.");
            case null, default -> differs();
        };
    }

    static HttpProblem cancelled() {
        return CANCELLED.problem("This registration was cancelled.");
    }

    static HttpProblem complete() {
        return COMPLETE.problem("A completed registration cannot be cancelled.");
    }

    static HttpProblem differs() {
        return ProblemType.CONFLICT.problem("Another registration uses this hospital id or this account.");
    }
}
