package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.servicekit.outbox.Outbox;

/** Ends stays, each with its event, by which the hospital's access ends. */
@ApplicationScoped
public class Discharges {

    private final Admissions admissions;
    private final Beds beds;
    private final Outbox outbox;

    Discharges(Admissions admissions, Beds beds, Outbox outbox) {
        this.admissions = admissions;
        this.beds = beds;
        this.outbox = outbox;
    }

    /** Whoever is there by a second consent, because the first had ended by itself, is so no more either. */
    @WithTransaction
    Uni<Void> discharge(UUID hospitalId, UUID patientId, Departure departure, Instant now) {
        return beds.lock(hospitalId)
                .chain(() -> admissions.lockRunning(hospitalId, patientId))
                .chain(running -> running.isEmpty()
                        ? Uni.createFrom().failure(AdmissionProblems.notAdmitted())
                        : dischargeEach(running, departure, now));
    }

    /** When the hospital closes, within the caller's transaction: nobody could do it afterwards. */
    public Uni<Void> dischargeAll(UUID hospitalId, Instant now) {
        return beds.lock(hospitalId)
                .chain(() -> admissions.lockRunning(hospitalId))
                .chain(running -> dischargeEach(running, Departure.WITHOUT_A_WORD, now));
    }

    private Uni<Void> dischargeEach(List<Admission> running, Departure departure, Instant now) {
        return Multi.createFrom()
                .iterable(running)
                .onItem()
                .transformToUniAndConcatenate(admission -> discharge(admission, departure, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Within the caller's transaction, which has locked the hospital. */
    Uni<Void> discharge(Admission admission, Departure departure, Instant now) {
        UUID patientId = admission.patientId();
        Uni<Void> bed = admission.discharge(departure, now)
                ? beds.free(admission.hospitalId())
                : Uni.createFrom().voidItem();
        return bed.chain(() -> outbox.append(
                new PatientDischarged(now, admission.hospitalId(), patientId, admission.id(), admission.consentId())));
    }
}
