package health.cloudcare.doctor.carelist;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PatientConnections implements PanacheRepositoryBase<PatientConnection, UUID> {

    /** Returns rows so that it counts as a query: Hibernate Reactive complains about bulk deletes at every commit. */
    private static final String ERASE = "DELETE FROM patient_connection WHERE patient_id = ?1 RETURNING connection_id";

    Uni<Optional<PatientConnection>> live(UUID patientId, UUID doctorId) {
        return list("patientId = ?1 and doctorId = ?2", patientId, doctorId)
                .map(all -> all.stream().filter(PatientConnection::isLive).findFirst());
    }

    Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }
}
