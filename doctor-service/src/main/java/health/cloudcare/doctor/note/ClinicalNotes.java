package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@ApplicationScoped
class ClinicalNotes implements PanacheRepositoryBase<ClinicalNote, UUID> {

    private static final Sort NEWEST_FIRST = Sort.descending("content.day", "id");
    private static final String WITHIN = "patientId = ?1 and content.day >= ?2 and content.day <= ?3";

    /** Days beyond all notes, in place of no bound. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** Returns rows so that it counts as a query: Hibernate Reactive complains about bulk deletes at every commit. */
    private static final String ERASE = "DELETE FROM clinical_note WHERE patient_id = ?1 RETURNING id";

    /** Of the days that are open. */
    Uni<Page<ClinicalNote>> newestOf(UUID patientId, Scope scope, @Nullable NoteType type, PageRequest request) {
        LocalDate from = Objects.requireNonNullElse(scope.from(), ALWAYS);
        LocalDate to = Objects.requireNonNullElse(scope.to(), FOREVER);
        PanacheQuery<ClinicalNote> open = type == null
                ? find(WITHIN, NEWEST_FIRST, patientId, from, to)
                : find(WITHIN + " and content.type = ?4", NEWEST_FIRST, patientId, from, to, type);
        Uni<List<ClinicalNote>> items =
                open.page(request.page(), request.size()).list();
        return items.chain(found -> open.count().map(total -> Page.of(found, request, total)));
    }

    /** Those of some doctors, of the days that are open. */
    Uni<List<ClinicalNote>> newestOf(UUID patientId, Scope scope, Collection<UUID> doctors, int most) {
        LocalDate from = Objects.requireNonNullElse(scope.from(), ALWAYS);
        LocalDate to = Objects.requireNonNullElse(scope.to(), FOREVER);
        return find(WITHIN + " and doctorId in ?4", NEWEST_FIRST, patientId, from, to, doctors)
                .page(0, most)
                .list();
    }

    /** By patient, the day of the newest note that the doctor wrote. */
    Uni<Map<UUID, LocalDate>> newestDays(UUID doctorId, Collection<UUID> patients) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select patientId, max(content.day) from ClinicalNote"
                                        + " where doctorId = ?1 and patientId in ?2 group by patientId",
                                Object[].class)
                        .setParameter(1, doctorId)
                        .setParameter(2, patients)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (LocalDate) row[1])));
    }

    Uni<Optional<ClinicalNote>> lock(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Optional<ClinicalNote>> of(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId).firstResult().map(Optional::ofNullable);
    }

    Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }
}
