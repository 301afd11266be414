package health.cloudcare.doctor.note;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class NoteRevisions implements PanacheRepositoryBase<NoteRevision, NoteRevision.Id> {

    /** More often nobody amends. */
    private static final int MOST = 500;

    /** Oldest first. */
    Uni<List<NoteRevision>> of(UUID noteId) {
        return find("id.noteId", Sort.by("id.revision"), noteId).page(0, MOST).list();
    }
}
