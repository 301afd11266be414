package health.cloudcare.document.recordtype;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class RecordTypes implements PanacheRepositoryBase<RecordType, String> {

    @WithSession
    Uni<List<RecordType>> byCode() {
        return listAll(Sort.by("code"));
    }

    @WithSession
    public Uni<@Nullable RecordType> named(String code) {
        return findById(code);
    }
}
