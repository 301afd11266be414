package health.cloudcare.hospital.department;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DepartmentChanged;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.patch.MergePatch;
import health.cloudcare.servicekit.problem.ProblemType;

@ApplicationScoped
class Departments implements PanacheRepositoryBase<Department, UUID> {

    /** More than any hospital has. */
    private static final int MOST = 500;

    private static final String OCCUPIED = """
            SELECT lower(department), count(DISTINCT patient_id) FROM admission
             WHERE hospital_id = ?1 AND status = 'ADMITTED' AND department IS NOT NULL GROUP BY 1
            """;

    private final Hospitals hospitals;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Clock clock;

    Departments(Hospitals hospitals, MergePatch patches, Outbox outbox, Clock clock) {
        this.hospitals = hospitals;
        this.patches = patches;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Versioned(DepartmentResponse department, long version) {}

    @WithSession
    Uni<List<DepartmentResponse>> of(UUID hospitalId) {
        Uni<List<Department>> all = find("hospitalId", Sort.by("name", "id"), hospitalId)
                .page(0, MOST)
                .list();
        return all.chain(found -> occupied(hospitalId).map(occupied -> found.stream()
                .map(one -> DepartmentResponse.of(one, in(one, occupied)))
                .toList()));
    }

    @WithTransaction
    Uni<Versioned> open(UUID hospitalId, DepartmentFields fields) {
        Instant now = now();
        return hospitals
                .openOrUnknown(hospitalId)
                .chain(() -> persist(new Department(hospitalId, fields, now)))
                .chain(opened -> written(opened, now));
    }

    @WithTransaction
    Uni<Versioned> change(UUID hospitalId, UUID id, JsonNode patch, @Nullable String ifMatch) {
        Instant now = now();
        return locked(hospitalId, id)
                .invoke(found -> Versions.requireMatch(ifMatch, found.version()))
                .chain(found -> change(found, patches.apply(found.fields(), patch, DepartmentFields.class), now))
                .chain(found -> written(found, now));
    }

    /** Whoever is in a department is in it by its name. */
    private static Uni<Department> change(Department department, DepartmentFields wanted, Instant now) {
        boolean renames = !department.name().equalsIgnoreCase(wanted.name().strip());
        Uni<Void> allowed =
                renames ? requireNobodyIn(department) : Uni.createFrom().voidItem();
        return allowed.invoke(() -> department.change(wanted, now)).replaceWith(department);
    }

    @WithTransaction
    Uni<Void> close(UUID hospitalId, UUID id, @Nullable String ifMatch) {
        return locked(hospitalId, id)
                .invoke(found -> Versions.requireMatch(ifMatch, found.version()))
                .call(Departments::requireNobodyIn)
                .chain(this::delete)
                .chain(() -> outbox.append(new DepartmentChanged(now(), hospitalId, id, true)));
    }

    private static Uni<Void> requireNobodyIn(Department department) {
        return occupied(department.hospitalId())
                .invoke(occupied -> {
                    if (in(department, occupied) > 0) {
                        throw ProblemType.CONFLICT.problem("Patients are in this department.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Department> locked(UUID hospitalId, UUID id) {
        return find("id = ?1 and hospitalId = ?2", id, hospitalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.problem("There is no such department."));
    }

    private Uni<Versioned> written(Department department, Instant now) {
        UUID hospitalId = department.hospitalId();
        return flush().onFailure(ConstraintViolationException.class)
                .transform(taken -> ProblemType.CONFLICT.problem("There is a department of this name already."))
                .chain(() -> outbox.append(new DepartmentChanged(now, hospitalId, department.id(), false)))
                .chain(() -> occupied(hospitalId))
                .map(occupied -> new Versioned(
                        DepartmentResponse.of(department, in(department, occupied)), department.version()));
    }

    private static Uni<Map<String, Integer>> occupied(UUID hospitalId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OCCUPIED, Object[].class)
                        .setParameter(1, hospitalId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    private static int in(Department department, Map<String, Integer> occupied) {
        return occupied.getOrDefault(department.name().toLowerCase(Locale.ROOT), 0);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
