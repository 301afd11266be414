package health.cloudcare.doctor.carelist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DoctorPatients implements PanacheRepositoryBase<DoctorPatient, UUID> {

    /** As many as patient-service names in one call. */
    private static final int LONGEST_LIST = 500;

    private static final Sort NEWEST_FIRST = Sort.descending("assignedAt", "id");
    private static final String OF_BOTH = "doctorId = ?1 and patientId = ?2";
    private static final String ERASE = "DELETE FROM doctor_patient WHERE patient_id = ?1 RETURNING id";

    /** In a session of its own, given back before others are asked. */
    @WithSession
    Uni<List<DoctorPatient>> newestOf(UUID doctorId) {
        return find("doctorId = ?1", NEWEST_FIRST, doctorId)
                .page(0, LONGEST_LIST)
                .list();
    }

    @WithSession
    Uni<Boolean> has(UUID doctorId, UUID patientId) {
        return count(OF_BOTH, doctorId, patientId).map(count -> count > 0);
    }

    Uni<Optional<DoctorPatient>> of(UUID doctorId, UUID patientId) {
        return find(OF_BOTH, doctorId, patientId).firstResult().map(Optional::ofNullable);
    }

    Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }
}
