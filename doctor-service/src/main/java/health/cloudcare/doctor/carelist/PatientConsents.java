package health.cloudcare.doctor.carelist;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PatientConsents implements PanacheRepositoryBase<PatientConsent, UUID> {

    /** Returns rows so that it counts as a query: Hibernate Reactive complains about bulk deletes at every commit. */
    private static final String ERASE = "DELETE FROM patient_consent WHERE patient_id = ?1 RETURNING consent_id";

    /** Those that put the patient on the doctor's list. */
    Uni<List<PatientConsent>> assigning(UUID patientId, UUID doctorId) {
        return list("patientId = ?1 and doctorId = ?2 and askedAt is not null and not emergency", patientId, doctorId);
    }

    Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }
}
