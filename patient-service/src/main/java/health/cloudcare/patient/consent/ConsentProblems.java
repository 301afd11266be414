package health.cloudcare.patient.consent;

import java.util.List;

import jakarta.persistence.OptimisticLockException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.hibernate.StaleStateException;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a call about consents is refused. */
final class ConsentProblems {

    private static final ProblemType STATE = new ProblemType("CONSENT_STATE", 409, "Not possible in this state");

    private ConsentProblems() {}

    /** Also for somebody else's consent, so that ids cannot be probed. */
    static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such consent.");
    }

    static HttpProblem unknownPatient() {
        return ProblemType.NOT_FOUND.problem("There is no such patient.");
    }

    static HttpProblem invalid(List<FieldError> errors) {
        return ProblemType.INVALID.problem("The request is not valid.", errors);
    }

    /** What the state machine, or somebody who was quicker, did not let through, as problems. */
    static <T> Uni<T> translated(Uni<T> change) {
        return change.onFailure(IllegalTransitionException.class)
                .transform(illegal -> STATE.problem(String.valueOf(illegal.getMessage())))
                .onFailure(ConsentProblems::wasTooLate)
                .transform(late -> STATE.problem("The consent was changed at the same moment. Look at it again."));
    }

    private static boolean wasTooLate(Throwable failure) {
        return failure instanceof OptimisticLockException || failure instanceof StaleStateException;
    }
}
