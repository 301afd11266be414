package health.cloudcare.auth.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.password.PasswordPolicy;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Whether an account can take a new password. */
@ApplicationScoped
public class NewPasswords {

    private static final String FIELD = "new_password";

    private final PasswordPolicy policy;

    NewPasswords(PasswordPolicy policy) {
        this.policy = policy;
    }

    /** Fails with 422 and the reasons when it cannot. */
    public void requireGood(String password, Account account) {
        List<String> own = new ArrayList<>();
        own.add(account.displayName());
        Stream.of(IdentifierKind.values())
                .map(account::value)
                .filter(value -> value != null)
                .forEach(own::add);
        List<FieldError> problems = policy.problems(FIELD, password, own);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", problems);
        }
    }
}
