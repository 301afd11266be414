package health.cloudcare.document.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.objectstore.ObjectStore;
import health.cloudcare.servicekit.access.Scope;

/**
 * A patient's records for whoever may see them. Files are fetched one by one as the answer is written: it may have 8 MiB, and many
 * are under way at once.
 */
@ApplicationScoped
class RecordList {

    private static final Logger LOG = Logger.getLogger(RecordList.class);

    private final RecordAccess access;
    private final MedicalRecords records;
    private final ObjectStore store;
    private final RecordLinks links;
    private final InlineBudget budget;

    RecordList(RecordAccess access, MedicalRecords records, ObjectStore store, RecordLinks links, InlineBudget budget) {
        this.access = access;
        this.records = records;
        this.store = store;
        this.links = links;
        this.budget = budget;
    }

    /** Newest first, and no more than the caller's scope lets them see. */
    Uni<Multi<MedicalRecordResponse>> find(UUID patientId, boolean inline) {
        return access.requireReader(patientId).chain(grant -> records.newestOf(patientId, grant.scope())
                .map(found -> written(found, inline ? InlineFiles.of(found) : Set.of(), grant.scope())));
    }

    private Multi<MedicalRecordResponse> written(List<MedicalRecord> found, Set<UUID> inline, Scope scope) {
        InlineBudget.Hold hold = budget.hold();
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(record -> content(record, inline, hold)
                        .map(fileUrl -> MedicalRecordResponse.of(record, fileUrl, links.to(record, scope))))
                .onTermination()
                .invoke(hold::end);
    }

    /** When it cannot be had now the file is left out, as a large one is, and its link remains. */
    private Uni<@Nullable String> content(MedicalRecord record, Set<UUID> inline, InlineBudget.Hold hold) {
        StoredFile file = record.file();
        if (file == null || !inline.contains(record.id())) {
            return Uni.createFrom().nullItem();
        }
        return hold.next(file.sizeBytes())
                .chain(() -> store.get(file.objectKey()))
                .map(bytes -> DataUri.of(file, bytes))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "the file of record %s cannot be read", record.id()))
                .onFailure()
                .recoverWithNull();
    }
}
