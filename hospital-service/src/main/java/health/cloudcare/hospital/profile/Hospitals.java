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
    private static final String MATCHING = " and (searchText like ?2 escape '%1$s' or searchText like ?3 escape '%1$s')"
            .formatted(HospitalNames.ESCAPE);

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

    /** Of those anybody may find, whose name or code contains what somebody typed, by name. City and state in lower case, empty for any. */
    @WithSession
    public Uni<List<Hospital>> found(String typed, String city, String state, int most) {
        return find(
                        LISTED + MATCHING + " and (?4 = '' or lower(address.city) = ?4)"
                                + " and (?5 = '' or lower(address.state) = ?5)",
                        Sort.by("name", "id"),
                        Hospital.Status.REGISTERED,
                        HospitalNames.anywhere(typed),
                        HospitalNames.soundingLike(typed),
                        city,
                        state)
                .page(0, most)
                .list();
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
