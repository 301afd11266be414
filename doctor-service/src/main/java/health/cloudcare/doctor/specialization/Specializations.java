package health.cloudcare.doctor.specialization;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class Specializations implements PanacheRepositoryBase<Specialization, String> {

    @WithSession
    Uni<List<Specialization>> byName() {
        return listAll(Sort.by("name"));
    }
}
