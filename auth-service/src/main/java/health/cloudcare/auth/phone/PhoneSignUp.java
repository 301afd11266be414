package health.cloudcare.auth.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.otp.CodeRequest;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.signup.IdentifierTakenException;
import health.cloudcare.auth.signup.NameAndContact;
import health.cloudcare.auth.signup.Signup;

/** An account of a telephone number: unverified until the code sent there comes back. */
@ApplicationScoped
class PhoneSignUp {

    private final Signup signup;
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final CodeLimits limits;
    private final Duration patience;
    private final Clock clock;

    PhoneSignUp(
            Signup signup,
            Accounts accounts,
            OneTimeCodes codes,
            CodeLimits limits,
            @ConfigProperty(name = "cloudcare.signup.code-patience") Duration patience,
            Clock clock) {
        this.signup = signup;
        this.accounts = accounts;
        this.codes = codes;
        this.limits = limits;
        this.patience = patience;
        this.clock = clock;
    }

    /** The id under which the code is expected. */
    Uni<UUID> start(Applicant applicant) {
        String phone = String.valueOf(applicant.identifiers().get(IdentifierKind.PHONE));
        return limits.beforeCode(Destination.phone(phone))
                .chain(() -> signUp(applicant, phone))
                .onFailure(IdentifierTakenException.class)
                .recoverWithUni(taken -> startAgain(applicant, phone, taken))
                .chain(accountId -> codes.send(request(accountId, phone)));
    }

    private Uni<UUID> signUp(Applicant applicant, String phone) {
        return signup.signUpAwaitingCode(
                        applicant, null, NameAndContact.named(applicant.displayName(), null, phone), patience)
                .map(Account::id);
    }

    /** Whoever holds the phone decides: what somebody else said of it before does not count. */
    private Uni<UUID> startAgain(Applicant applicant, String phone, IdentifierTakenException taken) {
        if (!taken.isAwaitingCode()) {
            return Uni.createFrom().failure(PhoneProblems.userExists());
        }
        return codes.requirePause(taken.accountId(), Purpose.SIGN_UP)
                .chain(() -> Panache.withSession(() -> accounts.findById(taken.accountId())))
                .chain(account -> isTheSame(account, applicant)
                        ? Uni.createFrom().item(taken.accountId())
                        : replaced(account, applicant, phone));
    }

    private Uni<UUID> replaced(@Nullable Account account, Applicant applicant, String phone) {
        Uni<Void> undone = account == null ? Uni.createFrom().voidItem() : signup.undo(account);
        return undone.chain(() -> signUp(applicant, phone))
                .onFailure(IdentifierTakenException.class)
                .transform(taken -> PhoneProblems.userExists());
    }

    private boolean isTheSame(@Nullable Account account, Applicant applicant) {
        Instant now = clock.instant();
        return account != null
                && account.role() == applicant.role()
                && account.displayName().equals(applicant.displayName())
                // with time enough left for the next code
                && account.awaitsCode(now.plus(patience.dividedBy(2)));
    }

    Uni<UUID> sendAgain(String phone) {
        return limits.beforeCode(Destination.phone(phone))
                .chain(() -> Panache.withSession(() -> accounts.named(IdentifierKind.PHONE, phone)))
                .map(this::requireAwaiting)
                .chain(account ->
                        codes.send(CodeRequest.again(account.id(), Purpose.SIGN_UP, Destination.phone(phone))));
    }

    private Account requireAwaiting(@Nullable Account account) {
        if (account != null && account.status() == Account.Status.ACTIVE) {
            throw PhoneProblems.alreadyVerified();
        }
        if (account == null || !account.awaitsCode(clock.instant())) {
            throw PhoneProblems.notFound();
        }
        return account;
    }

    private static CodeRequest request(UUID accountId, String phone) {
        return CodeRequest.of(accountId, Purpose.SIGN_UP, Destination.phone(phone));
    }

    static Applicant applicant(PhoneSignUpRequest request, String phone) {
        return new Applicant(request.askedRole(), request.name().strip(), Map.of(IdentifierKind.PHONE, phone))
                .reachableAt(phone, null);
    }
}
