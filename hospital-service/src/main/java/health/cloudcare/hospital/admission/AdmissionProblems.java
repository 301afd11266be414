package health.cloudcare.hospital.admission;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a call about admissions is refused. */
final class AdmissionProblems {

    private static final ProblemType NO_BED = new ProblemType("NO_BED_AVAILABLE", 409, "No bed available");

    private AdmissionProblems() {}

    static HttpProblem unknownHospital() {
        return ProblemType.NOT_FOUND.problem("There is no such hospital.");
    }

    static HttpProblem notAdmitted() {
        return ProblemType.NOT_FOUND.problem("This patient is not admitted here.");
    }

    static HttpProblem notAttending() {
        return ProblemType.NOT_FOUND.problem("This doctor does not attend to the patient.");
    }

    static HttpProblem noBed() {
        return NO_BED.problem("No bed is free at the moment.");
    }

    static HttpProblem invalid(List<FieldError> errors) {
        return ProblemType.INVALID.problem("The request is not valid.", errors);
    }
}
