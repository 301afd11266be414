package health.cloudcare.hospital.dashboard;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.problem.ProblemType;

/** Counts what is in the tables at this moment; nothing of it is kept. */
@ApplicationScoped
class Dashboard {

    private static final String NOW = """
            SELECT h.total_beds, h.available_beds, h.occupied_beds, h.icu_beds,
                   (SELECT count(*) FROM emergency_case c WHERE c.hospital_id = h.id AND c.status = 'IN_TREATMENT'),
                   (SELECT count(DISTINCT a.patient_id) FROM admission a JOIN emergency_case c ON c.admission_id = a.id
                     WHERE a.hospital_id = h.id AND a.status = 'ADMITTED' AND c.severity = 'CRITICAL'),
                   (SELECT count(*) FROM hospital_staff s WHERE s.hospital_id = h.id AND s.standing = 'ACTIVE'),
                   (SELECT count(DISTINCT t.doctor_id) FROM attending t JOIN admission a ON a.id = t.admission_id
                     WHERE a.hospital_id = h.id AND a.status = 'ADMITTED' AND t.ended_at IS NULL),
                   (SELECT count(DISTINCT a.patient_id) FROM admission a
                     WHERE a.hospital_id = h.id AND a.status = 'ADMITTED')
              FROM hospital h WHERE h.id = ?1 AND h.status = 'REGISTERED'
            """;

    @WithSession
    Uni<DashboardResponse> of(UUID hospitalId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOW, Object[].class)
                        .setParameter(1, hospitalId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.problem("There is no such hospital."))
                .map(Dashboard::response);
    }

    private static DashboardResponse response(Object[] row) {
        int total = number(row[0]);
        int available = number(row[1]);
        return new DashboardResponse(
                total,
                available,
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                total == 0 ? 0 : Math.round((total - available) * 1000.0 / total) / 10.0);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
