package health.cloudcare.doctor.registration;

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
import health.cloudcare.contracts.DoctorRegistered;
import health.cloudcare.contracts.Event;
import health.cloudcare.doctor.affiliation.Affiliation;
import health.cloudcare.doctor.affiliation.Affiliations;
import health.cloudcare.doctor.profile.Doctor;
import health.cloudcare.doctor.profile.Doctors;
import health.cloudcare.doctor.profile.NameIndex;
import health.cloudcare.servicekit.inbox.Inbox;
import health.cloudcare.servicekit.outbox.Outbox;

/** What becomes of a doctor when something happens to their account. */
@ApplicationScoped
class DoctorLifecycle {

    private static final Logger LOG = Logger.getLogger(DoctorLifecycle.class);
    private static final String CONSUMER = "doctor-lifecycle";

    private final Inbox inbox;
    private final Outbox outbox;
    private final RegistrationLocks locks;
    private final Doctors doctors;
    private final Affiliations affiliations;
    private final NameIndex names;
    private final Clock clock;

    DoctorLifecycle(
            Inbox inbox,
            Outbox outbox,
            RegistrationLocks locks,
            Doctors doctors,
            Affiliations affiliations,
            NameIndex names,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.locks = locks;
        this.doctors = doctors;
        this.affiliations = affiliations;
        this.names = names;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> complete(AccountRegistered event) {
        return change(event.doctorId(), event, this::complete);
    }

    @WithTransaction
    Uni<Void> verify(AccountVerified event) {
        return change(event.doctorId(), event, doctor -> {
            doctor.verify(event.occurredAt());
            return names.keep(doctor).chain(() -> affiliations.confirmPrimaryOf(doctor.id(), event.occurredAt()));
        });
    }

    @WithTransaction
    Uni<Void> close(AccountDeleted event) {
        return change(event.doctorId(), event, doctor -> {
            Instant now = clock.instant();
            doctor.close(now);
            return names.keep(doctor).chain(() -> affiliations.endAllOf(doctor.id(), now));
        });
    }

    private Uni<Void> complete(Doctor doctor) {
        if (!doctor.isProvisional()) {
            return Uni.createFrom().voidItem(); // a replayed event must not open a closed profile again
        }
        Instant now = clock.instant();
        doctor.completeRegistration(now);
        return names.keep(doctor).chain(() -> affiliations
                .primaryOf(doctor.id())
                .map(primary -> primary.map(Affiliation::hospitalId).orElse(null))
                .call(hospitalId -> outbox.append(new DoctorRegistered(now, doctor.id(), hospitalId)))
                .chain(() -> affiliations.tellAllOf(doctor.id(), now)));
    }

    private Uni<Void> change(@Nullable UUID doctorId, Event event, Function<Doctor, Uni<?>> change) {
        if (doctorId == null) {
            return Uni.createFrom().voidItem(); // an account of another role
        }
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first ->
                        first ? locked(doctorId, event) : Uni.createFrom().nullItem())
                .chain(doctor -> doctor == null ? Uni.createFrom().voidItem() : change.apply(doctor))
                .replaceWithVoid();
    }

    private Uni<@Nullable Doctor> locked(UUID doctorId, Event event) {
        return locks.lock(doctorId).chain(() -> doctors.findById(doctorId)).invoke(doctor -> {
            if (doctor == null) {
                // auth-service activates an account only after we confirmed the profile: only a restored backup gets
                // here
                LOG.errorf("%s of doctor %s, who is not here", event.type(), doctorId);
            }
        });
    }
}
