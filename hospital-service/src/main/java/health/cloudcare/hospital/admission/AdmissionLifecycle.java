package health.cloudcare.hospital.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * What becomes of an admission by what its patient does. Events may come again, late and in any order: the version of the consent
 * tells which one is news.
 */
@ApplicationScoped
class AdmissionLifecycle {

    private static final Logger LOG = Logger.getLogger(AdmissionLifecycle.class);

    private final Admissions admissions;
    private final PatientLocks patients;
    private final Beds beds;
    private final Discharges discharges;
    private final Outbox outbox;
    private final Clock clock;

    AdmissionLifecycle(
            Admissions admissions,
            PatientLocks patients,
            Beds beds,
            Discharges discharges,
            Outbox outbox,
            Clock clock) {
        this.admissions = admissions;
        this.patients = patients;
        this.beds = beds;
        this.discharges = discharges;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> await(ConsentChange change) {
        return take(change, admission -> {
            admission.awaitAnswerOf(change.patientId());
            return Uni.createFrom().voidItem();
        });
    }

    @WithTransaction
    Uni<Void> admit(ConsentChange change) {
        return take(change, admission -> admission.isPending() ? admitIfOpen(admission, change) : nothing());
    }

    /** Denied, or not answered in time. A stay goes on, should the access that it began with end by itself. */
    @WithTransaction
    Uni<Void> giveUp(ConsentChange change) {
        return take(change, admission -> {
            if (admission.isPending()) {
                admission.close();
            }
            return nothing();
        });
    }

    @WithTransaction
    Uni<Void> end(ConsentChange change) {
        return take(change, admission -> end(admission, now()));
    }

    /** Nobody may tell the patient any more from those who were here. */
    @WithTransaction
    Uni<Void> erase(PatientErased event) {
        UUID patientId = event.patientId();
        return patients.erase(patientId)
                .chain(() -> beds.lockAllOf(patientId))
                .chain(() -> admissions.lockAllOf(patientId))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(admission -> end(admission, now()).invoke(admission::forgetPatient))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> take(ConsentChange change, Function<Admission, Uni<Void>> step) {
        return patients.lock(change.patientId())
                .chain(erased -> beds.lock(change.hospitalId()).chain(open -> {
                    if (open == null) {
                        // a hospital with an account is never removed: only a restored backup gets here
                        LOG.errorf(
                                "consent %s is of hospital %s, which is not here",
                                change.consentId(), change.hospitalId());
                        return nothing();
                    }
                    return admissions
                            .lock(change.consentId(), change.hospitalId(), change.at())
                            .chain(admission -> take(admission, change, erased ? this::forget : step));
                }));
    }

    private static Uni<Void> take(Admission admission, ConsentChange change, Function<Admission, Uni<Void>> step) {
        return admission.takesIn(change.version()) ? step.apply(admission) : nothing();
    }

    /** A hospital that closed while the patient thought it over admits nobody, and nobody there would end the access. */
    private Uni<Void> admitIfOpen(Admission admission, ConsentChange change) {
        return beds.lock(change.hospitalId())
                .chain(open -> Boolean.TRUE.equals(open) ? admit(admission, change) : refuse(admission, change));
    }

    private Uni<Void> refuse(Admission admission, ConsentChange change) {
        admission.close();
        return outbox.append(new PatientDischarged(
                now(), change.hospitalId(), change.patientId(), admission.id(), admission.consentId()));
    }

    private Uni<Void> admit(Admission admission, ConsentChange change) {
        return bedFor(change)
                .invoke(withBed -> admission.admit(change.patientId(), withBed, change.at()))
                .chain(() -> outbox.append(new PatientAdmitted(
                        change.at(), change.hospitalId(), change.patientId(), admission.id(), admission.consentId())));
    }

    /** Nobody has two: whose first consent ended by itself is in one already. */
    private Uni<Boolean> bedFor(ConsentChange change) {
        return admissions
                .isAdmitted(change.hospitalId(), change.patientId())
                .chain(isHere -> isHere ? Uni.createFrom().item(false) : beds.take(change.hospitalId()));
    }

    private Uni<Void> end(Admission admission, Instant now) {
        if (admission.isRunning()) {
            return discharges.discharge(admission, Departure.WITHOUT_A_WORD, now);
        }
        if (admission.isPending()) {
            admission.close();
        }
        return nothing();
    }

    private Uni<Void> forget(Admission admission) {
        return end(admission, now()).invoke(admission::forgetPatient);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
