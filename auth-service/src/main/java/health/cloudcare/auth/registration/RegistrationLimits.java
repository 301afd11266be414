package health.cloudcare.auth.registration;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** What every call of this surface passes before it does anything: the place of limits and of the password policy. */
@ApplicationScoped
class RegistrationLimits {

    Uni<Void> beforeRegistration(RegisterRequest request) {
        requireAcceptable(passwordProblems(request.password(), request.own()));
        return Uni.createFrom().voidItem();
    }

    /** A guess at a code is about to be compared. */
    Uni<Void> beforeGuess(String email) {
        return Uni.createFrom().voidItem();
    }

    /** Somebody asks for a code to be sent there, whether or not anybody is known there. */
    Uni<Void> beforeCode(String email) {
        return Uni.createFrom().voidItem();
    }

    List<FieldError> passwordProblems(String password, Collection<String> own) {
        return List.of();
    }

    private static void requireAcceptable(List<FieldError> problems) {
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", problems);
        }
    }
}
