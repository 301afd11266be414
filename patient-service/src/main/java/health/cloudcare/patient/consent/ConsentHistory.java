package health.cloudcare.patient.consent;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Caller;

/** With whom somebody has, or had, a consent of any standing. It opens nothing. */
@ApplicationScoped
public class ConsentHistory {

    private static final String OF_DOCTOR =
            "select distinct c.patientId from Consent c where c.patientId in ?1 and c.doctorId = ?2";
    private static final String OF_HOSPITAL =
            "select distinct c.patientId from Consent c where c.patientId in ?1 and c.hospitalId = ?2";

    /** Which of these patients; none when the caller is neither a doctor nor a hospital. */
    public Uni<List<UUID>> patientsAmong(Set<UUID> patientIds, Caller caller) {
        return switch (caller.role()) {
            case DOCTOR -> find(OF_DOCTOR, patientIds, caller.doctorId());
            case HOSPITAL_ADMIN -> find(OF_HOSPITAL, patientIds, caller.hospitalId());
            case PATIENT, SYSTEM_ADMIN, SERVICE, DEVICE -> Uni.createFrom().item(List.of());
        };
    }

    private static Uni<List<UUID>> find(String query, Set<UUID> patientIds, @Nullable UUID grantee) {
        if (grantee == null || patientIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession().chain(session -> session.createQuery(query, UUID.class)
                .setParameter(1, patientIds)
                .setParameter(2, grantee)
                .getResultList());
    }
}
