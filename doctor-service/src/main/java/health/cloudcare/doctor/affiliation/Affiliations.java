package health.cloudcare.doctor.affiliation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Affiliations implements PanacheRepositoryBase<Affiliation, UUID> {

    public Uni<Optional<Affiliation>> primaryOf(UUID doctorId) {
        return find("doctorId = ?1 and primary", doctorId).firstResult().map(Optional::ofNullable);
    }

    /** One by one: Hibernate Reactive complains about bulk deletes at every commit. */
    public Uni<Void> endAllOf(UUID doctorId) {
        return list("doctorId", doctorId)
                .chain(all -> Panache.getSession().chain(session -> session.removeAll(all.toArray())));
    }
}
