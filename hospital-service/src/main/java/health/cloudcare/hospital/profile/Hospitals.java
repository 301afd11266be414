package health.cloudcare.hospital.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Hospitals implements PanacheRepositoryBase<Hospital, UUID> {

    /** The signup screen shows them all in one list; more than this needs the search. */
    private static final int MOST = 1000;

    private static final String OPEN = "active and status = ?1";

    /** Those anybody may find: somebody vouched for them. By name. */
    @WithSession
    public Uni<List<Hospital>> listed() {
        return find(OPEN + " and verifiedAt is not null", Sort.by("name"), Hospital.Status.REGISTERED)
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
