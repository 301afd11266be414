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
import health.cloudcare.hospital.emergency.EmergencyCases;
import health.cloudcare.hospital.staff.AttendingDoctors;
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
    private final EmergencyCases cases;
    private final AttendingDoctors attending;
    private final Outbox outbox;
    private final Clock clock;

    AdmissionLifecycle(
            Admissions admissions,
            PatientLocks patients,
            Beds beds,
            Discharges discharges,
            EmergencyCases cases,
            AttendingDoctors attending,
            Outbox outbox,
            Clock clock) {
        this.admissions = admissions;
        this.patients = patients;
        this.beds = beds;
        this.discharges = discharges;
        this.cases = cases;
        this.attending = attending;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> await(ConsentChange change) {
        return take(change, admission -> {
            admission.awaitAnswerOf(change.patientId());
            return cases.name(admission.id(), change.patientId(), now());
        });
    }

    @WithTransaction
    Uni<Void> admit(ConsentChange change) {
        return take(change, admission -> admission.isPending() ? admitIfOpen(admission, change) : nothing());
    }

    /** Denied, or not answered in time. A stay goes on, should the access that it began with end by itself. */
    @WithTransaction
    Uni<Void> giveUp(ConsentChange change) {
        return take(
                change, admission -> admission.isPending() ? close(admission, ClosingReason.NOT_APPROVED) : nothing());
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
                .transformToUniAndConcatenate(this::forget)
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
                .chain(open -> Boolean.TRUE.equals(open)
                        ? admit(admission, change)
                        : refuse(admission, change, ClosingReason.HOSPITAL_CLOSED));
    }

    /** The patient said yes, so the access that came with it has to end. */
    private Uni<Void> refuse(Admission admission, ConsentChange change, ClosingReason reason) {
        return close(admission, reason)
                .chain(() -> outbox.append(new PatientDischarged(
                        now(), change.hospitalId(), change.patientId(), admission.id(), admission.consentId())));
    }

    /** Nobody has two beds: whose first consent ended by itself is in one already. Whoever finds none free is not admitted. */
    private Uni<Void> admit(Admission admission, ConsentChange change) {
        return admissions
                .isAdmitted(change.hospitalId(), change.patientId())
                .chain(isHere -> isHere
                        ? admit(admission, change, false)
                        : beds.take(change.hospitalId(), now())
                                .chain(free -> free
                                        ? admit(admission, change, true)
                                        : refuse(admission, change, ClosingReason.NO_BED)));
    }

    private Uni<Void> admit(Admission admission, ConsentChange change, boolean withBed) {
        admission.admit(change.patientId(), withBed, change.at());
        return outbox.append(new PatientAdmitted(
                        change.at(), change.hospitalId(), change.patientId(), admission.id(), admission.consentId()))
                .chain(() -> cases.treat(admission.id(), change.patientId(), change.at()))
                .chain(() -> attending.assignIfStaff(
                        admission.attendance(), admission.details().doctorId(), now()));
    }

    private Uni<Void> end(Admission admission, Instant now) {
        if (admission.isRunning()) {
            return discharges.discharge(admission, Departure.WITHOUT_A_WORD, now);
        }
        return admission.isPending() ? close(admission, ClosingReason.WITHDRAWN) : nothing();
    }

    private Uni<Void> close(Admission admission, ClosingReason reason) {
        admission.close(reason);
        return cases.drop(admission.id(), now());
    }

    private Uni<Void> forget(Admission admission) {
        return end(admission, now())
                .chain(() -> cases.forgetPatient(admission.id()))
                .invoke(admission::forgetPatient);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
