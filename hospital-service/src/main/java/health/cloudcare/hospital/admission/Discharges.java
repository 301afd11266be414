package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.hospital.emergency.EmergencyCases;
import health.cloudcare.hospital.staff.Attendance;
import health.cloudcare.hospital.staff.AttendingDoctors;
import health.cloudcare.servicekit.outbox.Outbox;

/** Ends stays, each with its event, by which the hospital's access ends. */
@ApplicationScoped
public class Discharges {

    private final Admissions admissions;
    private final Beds beds;
    private final EmergencyCases cases;
    private final AttendingDoctors attending;
    private final Outbox outbox;

    Discharges(Admissions admissions, Beds beds, EmergencyCases cases, AttendingDoctors attending, Outbox outbox) {
        this.admissions = admissions;
        this.beds = beds;
        this.cases = cases;
        this.attending = attending;
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
        Attendance stay = admission.attendance();
        Uni<Void> bed = admission.discharge(departure, now)
                ? beds.free(stay.hospitalId(), now)
                : Uni.createFrom().voidItem();
        return bed.chain(() -> cases.discharge(stay.admissionId(), now))
                // before the discharge is told: whoever attends sees by the admission's consent
                .chain(() -> attending.endAllOf(stay, now))
                .chain(() -> outbox.append(new PatientDischarged(
                        now, stay.hospitalId(), stay.patientId(), stay.admissionId(), stay.consentId())));
    }
}
