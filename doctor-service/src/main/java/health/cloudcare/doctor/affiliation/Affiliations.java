package health.cloudcare.doctor.affiliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.outbox.Outbox;

@ApplicationScoped
public class Affiliations implements PanacheRepositoryBase<Affiliation, UUID> {

    private static final Sort OLDEST_FIRST = Sort.by("joinedAt", "id");

    private final Outbox outbox;

    Affiliations(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Optional<Affiliation>> primaryOf(UUID doctorId) {
        return find("doctorId = ?1 and primary", doctorId).firstResult().map(Optional::ofNullable);
    }

    /** Those that agree; none doing so, the one the doctor claims first of all. */
    public Uni<List<UUID>> hospitalsAnsweringFor(UUID doctorId) {
        return list("doctorId = ?1 and (standing = ?2 or primary)", OLDEST_FIRST, doctorId, Standing.ACTIVE)
                .map(Affiliations::answering);
    }

    private static List<UUID> answering(List<Affiliation> activeOrPrimary) {
        boolean anyActive = activeOrPrimary.stream().anyMatch(Affiliation::isActive);
        return activeOrPrimary.stream()
                .filter(affiliation -> affiliation.isActive() || !anyActive)
                .map(Affiliation::hospitalId)
                .toList();
    }

    /** Whoever vouched for the doctor did so for the hospital named at signup, or in its place. */
    public Uni<Void> confirmPrimaryOf(UUID doctorId, Instant at) {
        return primaryOf(doctorId).chain(primary -> primary.filter(claim -> claim.invite(at))
                .map(this::tell)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    public Uni<Void> endAllOf(UUID doctorId, Instant at) {
        return of(doctorId).chain(all -> tellThose(all, affiliation -> affiliation.end(at)));
    }

    /** What was said before anybody listened. */
    public Uni<Void> tellAllOf(UUID doctorId, Instant at) {
        return of(doctorId).chain(all -> tellThose(all, affiliation -> true));
    }

    /** All of a doctor, also those that ended, oldest first. */
    Uni<List<Affiliation>> of(UUID doctorId) {
        return list("doctorId", OLDEST_FIRST, doctorId);
    }

    Uni<Optional<Affiliation>> of(UUID doctorId, UUID hospitalId) {
        return find("doctorId = ?1 and hospitalId = ?2", doctorId, hospitalId)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<List<Affiliation>> in(UUID hospitalId, Collection<Standing> standings, int most) {
        return find("hospitalId = ?1 and standing in ?2", OLDEST_FIRST, hospitalId, standings)
                .page(0, most)
                .list();
    }

    Uni<Void> tell(Affiliation changed) {
        return outbox.append(changed.event());
    }

    /** @param change answers whether there is something to tell */
    Uni<Void> tellThose(List<Affiliation> all, Predicate<Affiliation> change) {
        return Multi.createFrom()
                .iterable(all.stream().filter(change).toList())
                .onItem()
                .transformToUniAndConcatenate(changed -> tell(changed).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
