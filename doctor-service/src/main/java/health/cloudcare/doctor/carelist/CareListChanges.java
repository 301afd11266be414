package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.doctor.patient.PatientLocks;

/**
 * Keeps doctors' lists in step with the consents. A row is computed anew from everything known of its consents, so events may
 * come late, twice, in any order, or all of them again.
 */
@ApplicationScoped
public class CareListChanges {

    private final PatientLocks locks;
    private final PatientConsents consents;
    private final DoctorPatients rows;

    CareListChanges(PatientLocks locks, PatientConsents consents, DoctorPatients rows) {
        this.locks = locks;
        this.consents = consents;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<Void> apply(ConsentNews news) {
        return locks.lock(news.patientId())
                .chain(erased ->
                        erased ? Uni.createFrom().voidItem() : learn(news).chain(() -> settle(news)));
    }

    /** @param at when patient-service ended the consents, by its clock, which also dates the consents */
    @WithTransaction
    Uni<Void> remove(UUID doctorId, UUID patientId, Instant at) {
        return locks.lock(patientId)
                .chain(() -> rows.of(doctorId, patientId))
                .invoke(row -> row.ifPresent(found -> found.remove(at)))
                .replaceWithVoid();
    }

    /** Within the caller's transaction, which holds the patient's lock. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return rows.eraseAllOf(patientId).chain(() -> consents.eraseAllOf(patientId));
    }

    private Uni<Void> learn(ConsentNews news) {
        return consents.findById(news.consentId())
                .chain(known -> known == null
                        ? consents.persist(new PatientConsent(news))
                        : Uni.createFrom().item(known).invoke(consent -> consent.learn(news)))
                .chain(consents::flush);
    }

    private Uni<Void> settle(ConsentNews news) {
        return consents.assigning(news.patientId(), news.doctorId())
                .chain(assigning -> assigning.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : rows.of(news.doctorId(), news.patientId()).chain(row -> settle(row, assigning, news)));
    }

    private Uni<Void> settle(Optional<DoctorPatient> row, List<PatientConsent> assigning, ConsentNews news) {
        DoctorPatient settled = row.orElseGet(() -> new DoctorPatient(
                news.doctorId(), news.patientId(), assigning.getFirst().askedAt()));
        settled.settle(assigning);
        return row.isPresent()
                ? Uni.createFrom().voidItem()
                : rows.persist(settled).replaceWithVoid();
    }
}
