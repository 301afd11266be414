package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.doctor.patient.PatientLocks;

/**
 * Keeps doctors' lists in step with the consents. A row is computed anew from everything known of its consents, so events may
 * come late, twice, in any order, or all of them again.
 */
@ApplicationScoped
public class CareListChanges {

    private final PatientLocks locks;
    private final PatientConsents consents;
    private final PatientConnections connections;
    private final DoctorPatients rows;

    CareListChanges(PatientLocks locks, PatientConsents consents, PatientConnections connections, DoctorPatients rows) {
        this.locks = locks;
        this.consents = consents;
        this.connections = connections;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<Void> apply(ConsentNews news) {
        return locks.lock(news.patientId())
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : learn(news).chain(() -> settle(news.patientId(), news.doctorId())));
    }

    /** @param at when patient-service ended the consents, by its clock, which also dates the consents */
    @WithTransaction
    Uni<Void> remove(UUID doctorId, UUID patientId, Instant at) {
        return locks.lock(patientId)
                .chain(() -> rows.of(doctorId, patientId))
                .invoke(row -> row.ifPresent(found -> found.remove(at)))
                .replaceWithVoid();
    }

    /** A connection puts the patient on the list by name, and takes nobody off it who is there by a consent. */
    @WithTransaction
    public Uni<Void> apply(ConnectionEvent event) {
        return locks.lock(event.patientId())
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : learn(event).chain(() -> settle(event.patientId(), event.doctorId())));
    }

    /** Within the caller's transaction, which holds the patient's lock. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return rows.eraseAllOf(patientId)
                .chain(() -> consents.eraseAllOf(patientId))
                .chain(() -> connections.eraseAllOf(patientId));
    }

    private Uni<Void> learn(ConnectionEvent event) {
        return connections
                .findById(event.connectionId())
                .chain(known -> known == null
                        ? connections.persist(new PatientConnection(event))
                        : Uni.createFrom().item(known).invoke(connection -> connection.learn(event)))
                .chain(connections::flush);
    }

    private Uni<Void> learn(ConsentNews news) {
        return consents.findById(news.consentId())
                .chain(known -> known == null
                        ? consents.persist(new PatientConsent(news))
                        : Uni.createFrom().item(known).invoke(consent -> consent.learn(news)))
                .chain(consents::flush);
    }

    private Uni<Void> settle(UUID patientId, UUID doctorId) {
        return consents.assigning(patientId, doctorId)
                .chain(assigning -> connections.live(patientId, doctorId).chain(connection -> rows.of(
                                doctorId, patientId)
                        .chain(row -> settle(row, assigning, connection, patientId, doctorId))));
    }

    private Uni<Void> settle(
            Optional<DoctorPatient> row,
            List<PatientConsent> assigning,
            Optional<PatientConnection> connection,
            UUID patientId,
            UUID doctorId) {
        if (!assigning.isEmpty()) {
            return there(row, doctorId, patientId, assigning.getFirst().askedAt())
                    .invoke(found -> found.settle(assigning))
                    .replaceWithVoid();
        }
        if (connection.isPresent()) {
            return there(row, doctorId, patientId, connection.get().since())
                    .invoke(DoctorPatient::connect)
                    .replaceWithVoid();
        }
        return row.isPresent() ? rows.delete(row.get()) : Uni.createFrom().voidItem();
    }

    private Uni<DoctorPatient> there(Optional<DoctorPatient> row, UUID doctorId, UUID patientId, Instant since) {
        return row.map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> rows.persist(new DoctorPatient(doctorId, patientId, since)));
    }
}
