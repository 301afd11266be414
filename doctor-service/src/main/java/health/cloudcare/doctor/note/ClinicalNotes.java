package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@ApplicationScoped
class ClinicalNotes implements PanacheRepositoryBase<ClinicalNote, UUID> {

    private static final Sort NEWEST_FIRST = Sort.descending("day", "id");
    private static final String WITHIN = "patientId = ?1 and day >= ?2 and day <= ?3";

    /** Days beyond all notes, in place of no bound. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** Returns rows so that it counts as a query: Hibernate Reactive complains about bulk deletes at every commit. */
    private static final String ERASE = "DELETE FROM clinical_note WHERE patient_id = ?1 RETURNING id";

    /** Of the days that are open. */
    Uni<Page<ClinicalNote>> newestOf(UUID patientId, Scope scope, PageRequest request) {
        LocalDate from = Objects.requireNonNullElse(scope.from(), ALWAYS);
        LocalDate to = Objects.requireNonNullElse(scope.to(), FOREVER);
        PanacheQuery<ClinicalNote> open = find(WITHIN, NEWEST_FIRST, patientId, from, to);
        Uni<List<ClinicalNote>> items =
                open.page(request.page(), request.size()).list();
        return items.chain(found -> open.count().map(total -> Page.of(found, request, total)));
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
