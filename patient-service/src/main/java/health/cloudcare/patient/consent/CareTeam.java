package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.inbox.Inbox;

/**
 * Doctors to whom a hospital gives an admitted patient. Each has a consent that is a part of the admission's: it opens no more, is told
 * like any other, and ends with the assignment or the stay, whichever is first.
 */
@ApplicationScoped
class CareTeam {

    private static final String CONSUMER = "care-team";

    private final Inbox inbox;
    private final Patients patients;
    private final Consents consents;
    private final ConsentPublisher publisher;
    private final Clock clock;

    CareTeam(Inbox inbox, Patients patients, Consents consents, ConsentPublisher publisher, Clock clock) {
        this.inbox = inbox;
        this.patients = patients;
        this.consents = consents;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Opens nothing when the stay is over: the assignment is late. */
    @WithTransaction
    Uni<Void> assign(DoctorAssigned event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? patients.lockRegistered(event.patientId())
                        : Uni.createFrom().item(false))
                .chain(goOn -> goOn
                        ? consents.findById(event.consentId(), LockModeType.PESSIMISTIC_WRITE)
                        : Uni.createFrom().nullItem())
                .chain(admission -> isRunning(admission, event, now)
                        ? open(admission, event.doctorId(), now)
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> unassign(DoctorUnassigned event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? consents.lockDerivedFrom(event.consentId())
                                .chain(open -> endEach(of(event.doctorId(), open), now))
                        : Uni.createFrom().voidItem());
    }

    /** Within the caller's transaction, which ends the admission. */
    Uni<Void> endAllOf(UUID admission, Instant now) {
        return consents.lockDerivedFrom(admission).chain(open -> endEach(open, now));
    }

    private static List<Consent> of(UUID doctorId, List<Consent> open) {
        return open.stream()
                .filter(consent -> doctorId.equals(consent.doctorId()))
                .toList();
    }

    private Uni<Void> endEach(List<Consent> open, Instant now) {
        return Multi.createFrom()
                .iterable(open)
                .filter(consent -> consent.state(now).isRevocable())
                .invoke(consent -> consent.revoke(now))
                .onItem()
                .transformToUniAndConcatenate(
                        consent -> publisher.publish(consent, now).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isRunning(@Nullable Consent admission, DoctorAssigned event, Instant now) {
        return admission != null
                && admission.state(now) instanceof ConsentState.Admitted
                && event.patientId().equals(admission.patientId())
                && event.hospitalId().equals(admission.hospitalId());
    }

    private Uni<Void> open(@Nullable Consent admission, UUID doctorId, Instant now) {
        if (admission == null) {
            return Uni.createFrom().voidItem();
        }
        return consents.lockDerivedFrom(admission.id()).chain(open -> {
            if (!of(doctorId, open).isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Consent derived = Consent.derived(UuidV7.at(now), admission, doctorId, now);
            return consents.persist(derived).chain(() -> publisher.publish(derived, now));
        });
    }
}
