package health.cloudcare.hospital.directory;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class Hospitals implements PanacheRepositoryBase<Hospital, UUID> {

    /** The signup screen shows them all in one list; more than this needs the search. */
    private static final int MOST = 1000;

    @WithSession
    Uni<List<Hospital>> active() {
        return find("active", Sort.by("name"), true).page(0, MOST).list();
    }
}
