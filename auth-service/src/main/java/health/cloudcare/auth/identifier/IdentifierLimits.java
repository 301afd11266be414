package health.cloudcare.auth.identifier;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The place of limits and of the password policy. */
@ApplicationScoped
class IdentifierLimits {

    /** A code is about to be sent there. */
    Uni<Void> beforeCode(Account account, Destination destination) {
        return Uni.createFrom().voidItem();
    }

    /** A guess at a code is about to be compared. */
    Uni<Void> beforeGuess(Account account) {
        return Uni.createFrom().voidItem();
    }

    /** A guess at the present password is about to be compared. */
    Uni<Void> beforePassword(Account account) {
        return Uni.createFrom().voidItem();
    }

    Uni<Void> afterPassword(Account account, boolean right) {
        return Uni.createFrom().voidItem();
    }

    void requireAcceptable(String newPassword, Account account) {
        List<FieldError> problems = passwordProblems(newPassword, account);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", problems);
        }
    }

    List<FieldError> passwordProblems(String newPassword, Account account) {
        return List.of();
    }
}
