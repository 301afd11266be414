package health.cloudcare.auth.login;

import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.Credential;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.password.Verdict;
import health.cloudcare.auth.profile.ProfileRefusal;
import health.cloudcare.auth.profile.Profiles;
import health.cloudcare.auth.session.Sessions;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.servicekit.problem.ProblemType;

/** Signs people in by a password. Nothing in the answer or its timing tells an unknown account from a wrong password. */
@ApplicationScoped
class Login {

    private final Accounts accounts;
    private final Profiles profiles;
    private final PasswordHashing passwords;
    private final Sessions sessions;
    private final SignInAttempts attempts;

    Login(Accounts accounts, Profiles profiles, PasswordHashing passwords, Sessions sessions, SignInAttempts attempts) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    Uni<TokenResponse> signIn(LoginRequest request) {
        return candidate(request)
                .chain(candidate -> attempts.begin(request.kind(), request.name(), candidate.map(Credential::accountId))
                        .chain(attempt -> verified(request.password(), candidate, attempt)))
                // the connection is not held while the password is hashed
                .chain(credential -> Panache.withTransaction(() -> accounts.findById(credential.accountId())
                        .map(Login::stillActive)
                        .invoke(account -> requireRole(account, request.role()))
                        .chain(sessions::open)));
    }

    private Uni<Optional<Credential>> candidate(LoginRequest request) {
        return request.aadhaarNumber().map(this::withAadhaar).orElseGet(() -> Panache.withSession(
                        () -> accounts.credentialOf(request.kind(), request.name()))
                .map(Optional::ofNullable));
    }

    private Uni<Optional<Credential>> withAadhaar(String number) {
        return profiles.accountWithAadhaar(number)
                .chain(accountId -> Panache.withSession(() -> accounts.credentialOf(accountId)))
                .map(Optional::ofNullable)
                .onFailure(failure -> failure instanceof ProfileRefusal refusal && refusal.isNotFound())
                .recoverWithItem(Optional.<Credential>empty());
    }

    private Uni<Credential> verified(String password, Optional<Credential> candidate, SignInAttempts.Attempt attempt) {
        Credential credential = candidate.filter(Credential::active).orElse(null);
        return passwords
                .check(password, credential == null ? null : credential.passwordHash())
                .onFailure()
                .call(attempt::undecided)
                .chain(verdict -> verdict.matches() && credential != null
                        ? attempt.succeeded().chain(() -> upgraded(credential, password, verdict))
                        : attempt.failed().chain(() -> Uni.createFrom().failure(refused())));
    }

    /** Now that we see the password, a hash of former times is replaced. */
    private Uni<Credential> upgraded(Credential credential, String password, Verdict verdict) {
        if (!verdict.needsUpgrade()) {
            return Uni.createFrom().item(credential);
        }
        return passwords
                .hash(password)
                .chain(hash -> Panache.withTransaction(
                        () -> accounts.lock(credential.accountId()).invoke(found -> {
                            if (found != null && Objects.equals(found.passwordHash(), credential.passwordHash())) {
                                found.upgradeHash(hash);
                            }
                        })))
                .replaceWith(credential);
    }

    private static Account stillActive(@Nullable Account account) {
        if (account == null || !account.isActive()) {
            throw refused();
        }
        return account;
    }

    private static RuntimeException refused() {
        return ProblemType.UNAUTHENTICATED.problem("The sign-in name or the password is wrong.");
    }

    private static void requireRole(Account account, @Nullable String role) {
        if (role != null
                && !role.isBlank()
                && !role.strip().equalsIgnoreCase(account.role().name())) {
            throw ProblemType.FORBIDDEN.problem("This account has another role.");
        }
    }
}
