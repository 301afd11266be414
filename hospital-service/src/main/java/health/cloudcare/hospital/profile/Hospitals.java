package health.cloudcare.hospital.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

@ApplicationScoped
public class Hospitals implements PanacheRepositoryBase<Hospital, UUID> {

    /** The signup screen shows them all in one list; more than this needs the search. */
    private static final int MOST = 1000;

    private static final String OPEN = "active and status = ?1";
    private static final String LISTED = OPEN + " and verifiedAt is not null";

    /** Those anybody may find: somebody vouched for them. By name. */
    @WithSession
    public Uni<List<Hospital>> listed() {
        return find(LISTED, Sort.by("name", "id"), Hospital.Status.REGISTERED)
                .page(0, MOST)
                .list();
    }

    /** Those whose code a doctor may give, vouched for or not. */
    @WithSession
    public Uni<@Nullable Hospital> openWithCode(String code) {
        return find(OPEN + " and code = ?2", Hospital.Status.REGISTERED, code).firstResult();
    }

    /** The one that may act in its own name. */
    @WithSession
    public Uni<@Nullable Hospital> open(UUID id) {
        return find(OPEN + " and id = ?2", Hospital.Status.REGISTERED, id).firstResult();
    }

    /** The same, or a 404 problem. */
    public Uni<Hospital> openOrUnknown(UUID id) {
        return found(find(OPEN + " and id = ?2", Hospital.Status.REGISTERED, id).firstResult());
    }

    /** The same, kept from admissions and everybody else until the transaction ends. */
    public Uni<Hospital> lockOpen(UUID id) {
        return found(find(OPEN + " and id = ?2", Hospital.Status.REGISTERED, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult());
    }

    /** Whatever became of it, null when there is none; kept from everybody else until the transaction ends. */
    public Uni<@Nullable Hospital> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Hospital> found(Uni<@Nullable Hospital> search) {
        return search.onItem().ifNull().failWith(() -> ProblemType.NOT_FOUND.problem("There is no such hospital."));
    }

    /** Of those, the ones that are there. */
    @WithSession
    public Uni<List<Hospital>> openAmong(Set<UUID> ids) {
        return list(OPEN + " and id in ?2", Hospital.Status.REGISTERED, ids);
    }

    /** How many it indexed. */
    @WithTransaction
    public Uni<Integer> indexSome(int most) {
        return find("searchText = ''", Sort.by("id"))
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .invoke(found -> found.forEach(Hospital::index))
                .map(List::size);
    }

    public Uni<Map<UUID, String>> namesOf(Set<UUID> ids) {
        return list("id in ?1", ids)
                .map(found -> found.stream().collect(Collectors.toMap(Hospital::id, Hospital::name)));
    }

    public Uni<Boolean> isRegistrationNoTaken(String registrationNo) {
        return isTaken("licensing.registrationNo", registrationNo);
    }

    public Uni<Boolean> isLicenseNoTaken(String licenseNo) {
        return isTaken("licensing.licenseNo", licenseNo);
    }

    private Uni<Boolean> isTaken(String attribute, String number) {
        return count(attribute + " = ?1 and status <> ?2", number, Hospital.Status.CLOSED)
                .map(count -> count > 0);
    }
}
