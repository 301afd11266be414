package health.cloudcare.auth.passwordreset;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The place of limits, of the password policy, and of forgetting failed sign-ins. */
@ApplicationScoped
class PasswordResetLimits {

    /** Somebody asks for a code to be sent there, whether or not anybody is known there. */
    Uni<Void> beforeCode(String email) {
        return Uni.createFrom().voidItem();
    }

    /** A guess at a code is about to be compared. */
    Uni<Void> beforeGuess(String email) {
        return Uni.createFrom().voidItem();
    }

    /** The code was right, so what is wrong with the password may be told. */
    void requireAcceptable(String newPassword, Account account) {
        List<FieldError> problems = passwordProblems(newPassword, account);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", problems);
        }
    }

    List<FieldError> passwordProblems(String newPassword, Account account) {
        return List.of();
    }

    /** Whoever failed before was locked out of a password that is no more. */
    Uni<Void> afterReset(UUID accountId) {
        return Uni.createFrom().voidItem();
    }
}
