package health.cloudcare.hospital.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.HospitalRegistered;
import health.cloudcare.hospital.admission.Discharges;
import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.inbox.Inbox;
import health.cloudcare.servicekit.outbox.Outbox;

/** What becomes of a hospital when something happens to its account. */
@ApplicationScoped
class HospitalLifecycle {

    private static final Logger LOG = Logger.getLogger(HospitalLifecycle.class);
    private static final String CONSUMER = "hospital-lifecycle";

    private final Inbox inbox;
    private final Outbox outbox;
    private final RegistrationLocks locks;
    private final Hospitals hospitals;
    private final Discharges discharges;
    private final Clock clock;

    HospitalLifecycle(
            Inbox inbox,
            Outbox outbox,
            RegistrationLocks locks,
            Hospitals hospitals,
            Discharges discharges,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.locks = locks;
        this.hospitals = hospitals;
        this.discharges = discharges;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> complete(AccountRegistered event) {
        return change(event, event.role(), event.hospitalId(), hospital -> complete(hospital, event));
    }

    @WithTransaction
    Uni<Void> verify(AccountVerified event) {
        return change(event, event.role(), event.hospitalId(), hospital -> {
            hospital.verify(event.occurredAt());
            return Uni.createFrom().voidItem();
        });
    }

    @WithTransaction
    Uni<Void> close(AccountDeleted event) {
        return change(event, event.role(), event.hospitalId(), hospital -> {
            Instant now = clock.instant();
            hospital.close(now);
            return discharges.dischargeAll(hospital.id(), now);
        });
    }

    private Uni<Void> complete(Hospital hospital, AccountRegistered event) {
        if (!hospital.isProvisional()) {
            // a demo hospital; to any other, and to a closed one, a replayed event means nothing
            hospital.takeAccount(event.accountId());
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        hospital.completeRegistration(now);
        return outbox.append(new HospitalRegistered(now, hospital.id()));
    }

    private Uni<Void> change(
            Event event, String role, @Nullable UUID hospitalId, Function<Hospital, Uni<Void>> change) {
        // the account of a doctor may name a hospital too, and what happens to it is not what happens to the hospital
        if (hospitalId == null || !role.equals(RoleNames.HOSPITAL_ADMIN)) {
            return Uni.createFrom().voidItem();
        }
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first ->
                        first ? locked(hospitalId, event) : Uni.createFrom().nullItem())
                .chain(hospital -> hospital == null ? Uni.createFrom().voidItem() : change.apply(hospital));
    }

    private Uni<@Nullable Hospital> locked(UUID hospitalId, Event event) {
        return locks.lock(hospitalId)
                // admissions and the hospital itself change the row without knowing of registrations
                .chain(() -> hospitals.lock(hospitalId))
                .invoke(hospital -> {
                    if (hospital == null) {
                        // auth-service activates an account only after we confirmed the profile: only a restored backup
                        // gets here
                        LOG.errorf("%s of hospital %s, which is not here", event.type(), hospitalId);
                    }
                });
    }
}
