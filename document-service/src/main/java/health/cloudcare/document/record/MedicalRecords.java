package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@ApplicationScoped
class MedicalRecords implements PanacheRepositoryBase<MedicalRecord, UUID> {

    /** More than anybody scrolls through. */
    private static final int LONGEST_LIST = 500;

    private static final Sort NEWEST_FIRST = Sort.descending("date", "id");

    private static final Sort NEWEST_ADDED = Sort.descending("createdAt", "id");

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    /**
     * Those whose day is open, by the day of their date in UTC: where the patient lives is unknown here. In a session of its own,
     * given back before the answer is written.
     */
    @WithSession
    Uni<List<MedicalRecord>> newestOf(UUID patientId, Scope scope) {
        Instant from = startOf(Objects.requireNonNullElse(scope.from(), EARLIEST));
        Instant end = startOf(Objects.requireNonNullElse(scope.to(), LATEST).plusDays(1));
        return find("patientId = ?1 and date >= ?2 and date < ?3", NEWEST_FIRST, patientId, from, end)
                .page(0, LONGEST_LIST)
                .list();
    }

    /** In a session of its own, given back before the answer is put on record. */
    @WithSession
    Uni<@Nullable UUID> patientOf(UUID id) {
        return findById(id).map(record -> record == null ? null : record.patientId());
    }

    /** Newest first by when they were added. */
    @WithSession
    Uni<Page<MedicalRecord>> uploadedBy(UUID patientId, PageRequest request) {
        return page(find("patientId", NEWEST_ADDED, patientId), request);
    }

    @WithSession
    Uni<Page<MedicalRecord>> among(List<UUID> ids, PageRequest request) {
        return page(find("id in ?1", NEWEST_ADDED, ids), request);
    }

    /** Of a hospital, of the days that are open, newest first. */
    @WithSession
    Uni<List<MedicalRecord>> ofFacility(UUID patientId, UUID facilityId, Scope scope, int most) {
        Instant from = startOf(Objects.requireNonNullElse(scope.from(), EARLIEST));
        Instant end = startOf(Objects.requireNonNullElse(scope.to(), LATEST).plusDays(1));
        return find(
                        "patientId = ?1 and facilityId = ?2 and date >= ?3 and date < ?4",
                        NEWEST_FIRST,
                        patientId,
                        facilityId,
                        from,
                        end)
                .page(0, most)
                .list();
    }

    /** Or a 404 problem. */
    @WithSession
    Uni<MedicalRecord> one(UUID id) {
        return findById(id).onItem().ifNull().failWith(RecordProblems::fileNotFound);
    }

    private static Uni<Page<MedicalRecord>> page(PanacheQuery<MedicalRecord> found, PageRequest request) {
        Uni<List<MedicalRecord>> items =
                found.page(request.page(), request.size()).list();
        return items.chain(records -> found.count().map(total -> Page.of(records, request, total)));
    }

    /** Waits for whoever changes it. */
    Uni<@Nullable MedicalRecord> lock(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<MedicalRecord>> allOf(UUID patientId) {
        return list("patientId", patientId);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
