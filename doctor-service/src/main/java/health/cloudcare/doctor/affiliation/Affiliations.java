package health.cloudcare.doctor.affiliation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Affiliations implements PanacheRepositoryBase<Affiliation, UUID> {

    public Uni<Optional<Affiliation>> primaryOf(UUID doctorId) {
        return find("doctorId = ?1 and primary", doctorId).firstResult().map(Optional::ofNullable);
    }

    /** Those that confirmed the doctor; none having done so, the one the doctor claims first of all. */
    public Uni<List<UUID>> hospitalsAnsweringFor(UUID doctorId) {
        return list("doctorId = ?1 and (confirmed or primary)", Sort.by("joinedAt"), doctorId)
                .map(Affiliations::answering);
    }

    private static List<UUID> answering(List<Affiliation> confirmedOrPrimary) {
        boolean anyConfirmed = confirmedOrPrimary.stream().anyMatch(Affiliation::isConfirmed);
        return confirmedOrPrimary.stream()
                .filter(affiliation -> affiliation.isConfirmed() || !anyConfirmed)
                .map(Affiliation::hospitalId)
                .toList();
    }

    /** One by one: Hibernate Reactive complains about bulk deletes at every commit. */
    public Uni<Void> endAllOf(UUID doctorId) {
        return list("doctorId", doctorId)
                .chain(all -> Panache.getSession().chain(session -> session.removeAll(all.toArray())));
    }
}
