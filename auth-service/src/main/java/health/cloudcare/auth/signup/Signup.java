package health.cloudcare.auth.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.device.ClientDevice;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.password.PasswordPolicy;
import health.cloudcare.auth.profile.ConfirmedProfile;
import health.cloudcare.auth.profile.ProfileDraft;
import health.cloudcare.auth.profile.ProfileRefusal;
import health.cloudcare.auth.profile.Profiles;
import health.cloudcare.auth.session.Sessions;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.auth.throttle.Limit;
import health.cloudcare.auth.throttle.Scope;
import health.cloudcare.auth.throttle.Throttle;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * The signup saga behind every way to sign up: reserve the names, have the owner of the profile store it, activate the account
 * or let it wait for a code. A refusal of the other side ends it; when its outcome is unknown, both sides are undone, at
 * once or by {@link SignupCleanup}.
 */
@ApplicationScoped
public class Signup {

    private static final Logger LOG = Logger.getLogger(Signup.class);
    /** A public id that is taken already is drawn again; a name that somebody else just took shows in the next round. */
    private static final int RESERVATIONS = 3;

    private final SignupSteps steps;
    private final SignupCleanup cleanup;
    private final Accounts accounts;
    private final Profiles profiles;
    private final PasswordHashing passwords;
    private final Sessions sessions;
    private final PasswordPolicy policy;
    private final Throttle limits;
    private final ClientDevice device;
    private final Clock clock;

    Signup(
            SignupSteps steps,
            SignupCleanup cleanup,
            Accounts accounts,
            Profiles profiles,
            PasswordHashing passwords,
            Sessions sessions,
            PasswordPolicy policy,
            Throttle limits,
            ClientDevice device,
            Clock clock) {
        this.steps = steps;
        this.cleanup = cleanup;
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.sessions = sessions;
        this.policy = policy;
        this.limits = limits;
        this.device = device;
        this.clock = clock;
    }

    /** An account that is active at once, and its first session. */
    Uni<TokenResponse> signUp(Applicant applicant, String password, Object members) {
        return reserveAndRegister(applicant, password, members)
                .chain(reserved ->
                        undoneOnFailure(reserved, activated(reserved.signup().accountId())));
    }

    /**
     * An account that becomes active when its owner proves to receive messages, within that time. Fails with
     * {@link IdentifierTakenException} when a name belongs to somebody.
     */
    public Uni<Account> signUpAwaitingCode(
            Applicant applicant, @Nullable String password, Object members, Duration patience) {
        return reserveAndRegister(applicant, password, members)
                .chain(reserved ->
                        undoneOnFailure(reserved, waiting(reserved.signup().accountId(), patience)));
    }

    /** Undoes a signup that still waits for its code, on both sides; one that became active meanwhile stays. */
    public Uni<Void> undo(Account account) {
        return cleanup.undo(SignupSteps.Unfinished.of(account))
                .onFailure()
                .transform(failure -> SignupProblems.unavailable());
    }

    private Uni<Reserved> reserveAndRegister(Applicant applicant, @Nullable String password, Object members) {
        return limits.admit(limitsOf(applicant))
                .invoke(() -> requireGood(password, applicant))
                .chain(() -> makeWay(applicant))
                .chain(() -> hash(password))
                .chain(hash -> reserve(applicant, hash.orElse(null), RESERVATIONS))
                .chain(signup -> {
                    Reserved reserved = new Reserved(signup, applicant, members);
                    return undoneOnFailure(reserved, registered(reserved)).replaceWith(reserved);
                });
    }

    private List<Limit> limitsOf(Applicant applicant) {
        List<Limit> found = new ArrayList<>();
        String address = device.address();
        if (address != null) {
            found.add(Limit.ofAddress(address));
        }
        applicant.identifiers().forEach((kind, value) -> found.add(new Limit(Scope.of(kind), kind.key(value))));
        return found;
    }

    private void requireGood(@Nullable String password, Applicant applicant) {
        if (password == null) {
            return;
        }
        List<String> own = new ArrayList<>(applicant.identifiers().values());
        own.add(applicant.displayName());
        List<FieldError> problems = policy.problems("password", password, own);
        if (!problems.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", problems);
        }
    }

    private Uni<Void> makeWay(Applicant applicant) {
        return steps.leftoversOf(applicant.identifiers())
                .chain(leftovers -> Multi.createFrom()
                        .iterable(leftovers)
                        .onItem()
                        .transformToUniAndConcatenate(cleanup::undo)
                        .collect()
                        .asList()
                        .onFailure()
                        .transform(failure -> SignupProblems.unavailable()))
                .replaceWithVoid();
    }

    private Uni<Optional<String>> hash(@Nullable String password) {
        return password == null
                ? Uni.createFrom().item(Optional.empty())
                : passwords.hash(password).map(Optional::of);
    }

    private Uni<SignupSteps.Unfinished> reserve(Applicant applicant, @Nullable String passwordHash, int rounds) {
        Instant now = clock.instant();
        Account account = Account.pending(UuidV7.at(now), UuidV7.at(now), applicant, passwordHash, now);
        return steps.add(account)
                .replaceWith(() -> SignupSteps.Unfinished.of(account))
                // two signups with one name at the same moment: the table decides
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(failure -> rounds == 1
                        ? Uni.createFrom().failure(SignupProblems.underWay())
                        : makeWay(applicant).chain(() -> reserve(applicant, passwordHash, rounds - 1)));
    }

    private Uni<Void> registered(Reserved reserved) {
        SignupSteps.Unfinished signup = reserved.signup();
        Applicant.Affiliation affiliation = reserved.applicant().affiliation();
        UUID hospitalId = affiliation == null ? null : affiliation.hospitalId();
        return profiles.register(
                        signup.role(),
                        signup.profileId(),
                        new ProfileDraft(signup.accountId(), hospitalId, reserved.members()))
                .chain(profile -> learned(signup.accountId(), profile));
    }

    private Uni<Void> learned(UUID accountId, ConfirmedProfile profile) {
        return steps.advance(
                        accountId, (account, now) -> account.learn(profile.aadharUid(), profile.hospitalCode(), now))
                .map(account -> account.orElseThrow(SignupProblems::unavailable))
                .replaceWithVoid();
    }

    private Uni<TokenResponse> activated(UUID accountId) {
        return Panache.withTransaction(() -> accounts.lock(accountId).chain(account -> {
            if (account == null || account.status() != Account.Status.PENDING) {
                return Uni.createFrom().failure(SignupProblems.unavailable());
            }
            return steps.activate(account).chain(() -> sessions.open(account));
        }));
    }

    private Uni<Account> waiting(UUID accountId, Duration patience) {
        return steps.advance(accountId, (account, now) -> account.awaitCode(now.plus(patience)))
                .map(account -> account.orElseThrow(SignupProblems::unavailable));
    }

    private <T> Uni<T> undoneOnFailure(Reserved reserved, Uni<T> step) {
        return step.onFailure().recoverWithUni(failure -> giveUp(reserved.signup(), failure));
    }

    private <T> Uni<T> giveUp(SignupSteps.Unfinished signup, Throwable failure) {
        if (failure instanceof ProfileRefusal refusal && !refusal.isCancelled()) {
            return steps.remove(signup.accountId()).chain(() -> Uni.createFrom().failure(refusal.problem()));
        }
        LOG.warnf(failure, "the signup of account %s failed and is undone", signup.accountId());
        return cleanup.undo(signup)
                .onFailure()
                .recoverWithNull() // the cleanup job goes on
                .chain(() -> Uni.createFrom().failure(SignupProblems.unavailable()));
    }

    private record Reserved(SignupSteps.Unfinished signup, Applicant applicant, Object members) {

        @Override
        public String toString() {
            return signup.toString();
        }
    }
}
