package health.cloudcare.auth.login;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.patientservice.PatientService;
import health.cloudcare.auth.patientservice.PatientServiceRefusal;
import health.cloudcare.auth.session.Sessions;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.servicekit.problem.ProblemType;

/** Signs people in. Nothing in the answer or its timing tells an unknown account from a wrong password. */
@ApplicationScoped
class Login {

    private final Accounts accounts;
    private final PatientService patientService;
    private final PasswordHashing passwords;
    private final Sessions sessions;

    Login(Accounts accounts, PatientService patientService, PasswordHashing passwords, Sessions sessions) {
        this.accounts = accounts;
        this.patientService = patientService;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    Uni<TokenResponse> signIn(LoginRequest request) {
        return candidate(request)
                .chain(candidate -> verified(request.password(), candidate))
                .invoke(account -> requireRole(account, request.role()))
                // the connection is not held while the password is hashed
                .chain(account -> Panache.withTransaction(() -> sessions.open(account)));
    }

    private Uni<Optional<Account>> candidate(LoginRequest request) {
        String aadhaar = request.aadhar();
        if (aadhaar != null && !aadhaar.isBlank()) {
            return withAadhaar(aadhaar);
        }
        String email = String.valueOf(request.email());
        return Panache.withSession(() -> accounts.withEmail(email)).map(Optional::ofNullable);
    }

    private Uni<Optional<Account>> withAadhaar(String number) {
        return patientService
                .accountWithAadhaar(number)
                .chain(accountId -> Panache.withSession(() -> accounts.findById(accountId)))
                .map(Optional::ofNullable)
                .onFailure(failure -> failure instanceof PatientServiceRefusal refusal && refusal.isNotFound())
                .recoverWithItem(Optional.<Account>empty());
    }

    private Uni<Account> verified(String password, Optional<Account> candidate) {
        Account account = candidate.filter(Account::isActive).orElse(null);
        return passwords
                .matches(password, account == null ? null : account.passwordHash())
                .map(matches -> {
                    if (!matches || account == null) {
                        throw ProblemType.UNAUTHENTICATED.problem("The sign-in name or the password is wrong.");
                    }
                    return account;
                });
    }

    private static void requireRole(Account account, @Nullable String role) {
        if (role != null
                && !role.isBlank()
                && !role.strip().equalsIgnoreCase(account.role().name())) {
            throw ProblemType.FORBIDDEN.problem("This account has another role.");
        }
    }
}
