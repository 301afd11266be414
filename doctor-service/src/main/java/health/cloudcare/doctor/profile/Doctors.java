package health.cloudcare.doctor.profile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

@ApplicationScoped
public class Doctors implements PanacheRepositoryBase<Doctor, UUID> {

    /** Of those, the registered ones. */
    public Uni<List<DoctorSummary>> summaries(Collection<UUID> ids) {
        return list("id in ?1 and status = ?2", Set.copyOf(ids), Doctor.Status.REGISTERED)
                .map(found -> found.stream().map(DoctorSummary::of).toList());
    }

    /**
     * The registered doctor of this id, or else of this licence; or a 404 problem. Kept from everybody else until the transaction ends,
     * with the first look: one who was read before could have changed while the lock was waited for.
     */
    public Uni<DoctorSummary> lockRegistered(@Nullable UUID id, @Nullable String licenseNo) {
        PanacheQuery<Doctor> search = id != null
                ? find("id = ?1 and status = ?2", id, Doctor.Status.REGISTERED)
                : find("credentials.licenseNo = ?1 and status = ?2", licenseNo, Doctor.Status.REGISTERED);
        return search.withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Doctors::unknown)
                .map(DoctorSummary::of);
    }

    /** As {@link #lock}, or a 404 problem when the doctor is not there any more. */
    public Uni<Void> lockOpen(UUID id) {
        return lock(id).map(doctor -> {
                    if (doctor == null || doctor.isClosed()) {
                        throw unknown();
                    }
                    return doctor;
                })
                .replaceWithVoid();
    }

    private static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There is no such doctor.");
    }

    /** Kept from everybody else until the transaction ends. */
    public Uni<@Nullable Doctor> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Uni<Boolean> isLicenseTaken(String licenseNo) {
        return count("credentials.licenseNo", licenseNo).map(count -> count > 0);
    }
}
