package health.cloudcare.auth.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Makes a doctor or hospital verified: an administrator anybody, a verified hospital the doctors who signed up with its code.
 * Their next access token says so.
 */
@ApplicationScoped
class Vouching {

    private final CurrentSession current;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    Vouching(CurrentSession current, Accounts accounts, Outbox outbox, Clock clock) {
        this.current = current;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> forDoctor(UUID doctorId) {
        return current.requireAccount().chain(voucher -> accounts.find("profile.doctorId", doctorId)
                .firstResult()
                .map(doctor -> requireMayVouchFor(voucher, doctor))
                .chain(doctor -> vouch(voucher, doctor)));
    }

    /** For an administrator alone; the resource sees to it. */
    @WithTransaction
    Uni<Void> forHospital(UUID hospitalId) {
        return current.requireAccount().chain(voucher -> accounts.find(
                        "profile.hospitalId = ?1 and role = ?2", hospitalId, Role.HOSPITAL_ADMIN)
                .firstResult()
                .map(Vouching::known)
                .chain(hospital -> vouch(voucher, hospital)));
    }

    private static Account requireMayVouchFor(Account voucher, @Nullable Account doctor) {
        if (voucher.role() == Role.SYSTEM_ADMIN) {
            return known(doctor);
        }
        if (!voucher.isVerified()) {
            throw ProblemType.FORBIDDEN.problem("Your hospital is not verified yet, so it cannot vouch for doctors.");
        }
        Account found = known(doctor);
        if (!Objects.equals(voucher.hospitalId(), found.hospitalId())) {
            // whether such a doctor exists elsewhere is not this hospital's business
            throw unknown();
        }
        return found;
    }

    private Uni<Void> vouch(Account voucher, Account account) {
        if (account.isVerified()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        account.vouchFor(voucher.id(), now);
        UUID hospitalId = account.role() == Role.HOSPITAL_ADMIN ? account.hospitalId() : null;
        return outbox.append(new AccountVerified(
                now, account.id(), account.role().name(), account.doctorId(), hospitalId, voucher.id()));
    }

    private static Account known(@Nullable Account account) {
        if (account == null || account.status() != Account.Status.ACTIVE) {
            throw unknown();
        }
        return account;
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.problem("There is nobody of this id to vouch for.");
    }
}
