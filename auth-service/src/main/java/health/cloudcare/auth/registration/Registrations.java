package health.cloudcare.auth.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.DeliveryProblems;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.otp.CodeRequest;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.signup.IdentifierTakenException;
import health.cloudcare.auth.signup.Signup;

/** Registers people, and sends them the code that proves their address; it may be sent again while they are pending. */
@ApplicationScoped
class Registrations {

    private static final Logger LOG = Logger.getLogger(Registrations.class);

    private final Signup signup;
    private final Accounts accounts;
    private final PendingRegistrations pending;
    private final OneTimeCodes codes;
    private final Duration patience;
    private final Clock clock;

    Registrations(
            Signup signup,
            Accounts accounts,
            PendingRegistrations pending,
            OneTimeCodes codes,
            @ConfigProperty(name = "cloudcare.signup.code-patience") Duration patience,
            Clock clock) {
        this.signup = signup;
        this.accounts = accounts;
        this.pending = pending;
        this.codes = codes;
        this.patience = patience;
        this.clock = clock;
    }

    /** When the code cannot be sent, the registration stays and another code may be asked for. */
    Uni<RegisteredResponse> register(RegisterRequest request) {
        return signup.signUpAwaitingCode(request.applicant(), request.password(), request.profile(), patience)
                .onFailure(IdentifierTakenException.class)
                .transform(RegistrationProblems::userExists)
                .call(account ->
                        Panache.withTransaction(() -> pending.persist(new PendingRegistration(account, request))))
                .call(account -> firstCode(account, request.email()))
                .map(account -> RegisteredResponse.of(account, patience));
    }

    /** With an address that reaches nobody the registration would never be completed, so nothing stays of it. */
    private Uni<UUID> firstCode(Account account, String email) {
        return codes.send(CodeRequest.of(account.id(), Purpose.SIGN_UP, Destination.email(email)))
                .onFailure(DeliveryProblems::isUndeliverable)
                .call(() -> signup.undo(account));
    }

    /** Another code for whoever is pending there; nothing for anybody else, and no complaint in either case. */
    Uni<Void> sendAgainIfPending(String email) {
        return Panache.withSession(() -> accounts.named(IdentifierKind.EMAIL, email))
                .chain(account -> account == null || !account.awaitsCode(clock.instant())
                        ? Uni.createFrom().voidItem()
                        : sendAgain(account).replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.infof("no further code was sent: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Account> sendAgain(Account account) {
        String email = Objects.requireNonNull(account.value(IdentifierKind.EMAIL));
        return codes.send(CodeRequest.again(account.id(), Purpose.SIGN_UP, Destination.email(email)))
                .replaceWith(account);
    }

    /** Somebody whose registration has neither been completed nor cleaned up. */
    Uni<@Nullable Account> unfinished(String userId) {
        return accounts.named(IdentifierKind.USER_ID, userId)
                .map(account -> account == null
                                || account.status() != Account.Status.UNVERIFIED
                                || account.value(IdentifierKind.EMAIL) == null
                        ? null
                        : account);
    }
}
