package health.cloudcare.auth.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.patientservice.PatientRegistration;
import health.cloudcare.auth.patientservice.PatientService;
import health.cloudcare.auth.patientservice.PatientServiceRefusal;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.contracts.UuidV7;

/**
 * The signup saga: reserve the address, have patient-service make the profile, activate the account. A refusal of the other
 * side ends it; when its outcome is unknown, both sides are undone, at once or by {@link SignupCleanup}.
 */
@ApplicationScoped
class PatientSignup {

    private static final Logger LOG = Logger.getLogger(PatientSignup.class);

    private final PendingAccounts pending;
    private final SignupCleanup cleanup;
    private final PatientService patientService;
    private final PasswordHashing passwords;
    private final Clock clock;

    PatientSignup(
            PendingAccounts pending,
            SignupCleanup cleanup,
            PatientService patientService,
            PasswordHashing passwords,
            Clock clock) {
        this.pending = pending;
        this.cleanup = cleanup;
        this.patientService = patientService;
        this.passwords = passwords;
        this.clock = clock;
    }

    Uni<TokenResponse> signUp(PatientSignupRequest request) {
        return makeWay(request.email())
                .chain(() -> passwords.hash(request.password()))
                .chain(hash -> reserve(request, hash))
                .chain(signup -> complete(signup, request));
    }

    private Uni<Void> makeWay(String email) {
        return pending.leftoverOf(email).chain(leftover -> leftover.map(this::undoOrRefuse)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> undoOrRefuse(PendingAccounts.Unfinished leftover) {
        return cleanup.undo(leftover).onFailure().transform(failure -> SignupProblems.unavailable());
    }

    private Uni<PendingAccounts.Unfinished> reserve(PatientSignupRequest request, String passwordHash) {
        Instant now = clock.instant();
        UUID patientId = UuidV7.at(now);
        Account account = Account.pendingPatient(
                UuidV7.at(now), patientId, request.email(), passwordHash, request.displayName(), now);
        return pending.add(account)
                // two signups with one address at the same moment: the table decides
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> SignupProblems.underWay())
                .replaceWith(new PendingAccounts.Unfinished(account.id(), patientId));
    }

    private Uni<TokenResponse> complete(PendingAccounts.Unfinished signup, PatientSignupRequest request) {
        return patientService
                .register(signup.patientId(), new PatientRegistration(signup.accountId(), request))
                .chain(aadhaarUid -> pending.activate(signup.accountId(), aadhaarUid))
                .map(tokens -> tokens.orElseThrow(SignupProblems::unavailable))
                .onFailure()
                .recoverWithUni(failure -> giveUp(signup, failure));
    }

    private Uni<TokenResponse> giveUp(PendingAccounts.Unfinished signup, Throwable failure) {
        if (failure instanceof PatientServiceRefusal refusal && !refusal.isCancelled()) {
            return pending.remove(signup.accountId())
                    .chain(() -> Uni.createFrom().failure(refusal.problem()));
        }
        LOG.warnf(failure, "the signup of account %s failed and is undone", signup.accountId());
        return cleanup.undo(signup)
                .onFailure()
                .recoverWithNull() // the cleanup job goes on
                .chain(() -> Uni.createFrom().failure(SignupProblems.unavailable()));
    }
}
