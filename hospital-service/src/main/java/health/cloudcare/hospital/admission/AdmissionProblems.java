package health.cloudcare.hospital.admission;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a call about admissions is refused. */
final class AdmissionProblems {

    private AdmissionProblems() {}

    static HttpProblem notYourHospital() {
        return ProblemType.FORBIDDEN.problem("Only a verified hospital may do this, and only for itself.");
    }

    static HttpProblem unknownHospital() {
        return ProblemType.NOT_FOUND.problem("There is no such hospital.");
    }

    static HttpProblem notAdmitted() {
        return ProblemType.NOT_FOUND.problem("This patient is not admitted here.");
    }

    static HttpProblem invalid(List<FieldError> errors) {
        return ProblemType.INVALID.problem("The request is not valid.", errors);
    }
}
