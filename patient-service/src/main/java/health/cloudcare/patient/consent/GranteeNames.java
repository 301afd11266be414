package health.cloudcare.patient.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What patients know doctors and hospitals by: the name under which they asked last. */
@ApplicationScoped
public class GranteeNames {

    private static final String NEWEST = """
            SELECT DISTINCT ON (grantee) CAST(coalesce(doctor_id, hospital_id) AS text) AS grantee, facility_name
              FROM consents
             WHERE patient_id = ?1 AND coalesce(doctor_id, hospital_id) = ANY (CAST(?2 AS uuid[]))
             ORDER BY grantee, requested_at DESC
            """;

    /** Of those grantees that ever asked this patient. */
    @WithSession
    public Uni<Map<UUID, String>> knownTo(UUID patientId, Set<UUID> grantees) {
        if (grantees.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST, Object[].class)
                        .setParameter(1, patientId)
                        .setParameter(2, grantees.toArray(UUID[]::new))
                        .getResultList())
                .map(GranteeNames::byId);
    }

    private static Map<UUID, String> byId(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> UUID.fromString((String) row[0]), row -> (String) row[1]));
    }
}
