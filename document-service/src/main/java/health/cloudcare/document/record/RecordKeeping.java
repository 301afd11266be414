package health.cloudcare.document.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DocumentDeleted;
import health.cloudcare.contracts.DocumentUploaded;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.document.grant.FileGrants;
import health.cloudcare.document.objectstore.ObjectRemovals;
import health.cloudcare.servicekit.outbox.Outbox;

/** Every change of records, each with what it means for their objects, in one transaction. */
@ApplicationScoped
public class RecordKeeping {

    private final MedicalRecords records;
    private final RecordOwners owners;
    private final ObjectRemovals removals;
    private final FileGrants grants;
    private final Outbox outbox;

    RecordKeeping(
            MedicalRecords records, RecordOwners owners, ObjectRemovals removals, FileGrants grants, Outbox outbox) {
        this.records = records;
        this.owners = owners;
        this.removals = removals;
        this.grants = grants;
        this.outbox = outbox;
    }

    /** The file's object must be reserved. */
    @WithTransaction
    Uni<MedicalRecord> add(NewRecord record, @Nullable StoredFile file, Instant now) {
        return owners.lock(record.patientId())
                .chain(erased -> erased ? Uni.createFrom().failure(RecordProblems.unknownPatient()) : keepObject(file))
                .chain(() -> records.persist(new MedicalRecord(UuidV7.at(now), record, file, now)))
                .call(added ->
                        outbox.append(new DocumentUploaded(now, added.patientId(), added.id(), added.recordType())));
    }

    /** The object follows soon. */
    @WithTransaction
    Uni<Void> remove(UUID patientId, UUID recordId, Instant now) {
        return records.lock(patientId, recordId)
                .onItem()
                .ifNull()
                .failWith(RecordProblems::notFound)
                .chain(record -> remove(record, now));
    }

    /** Within the caller's transaction. Nothing is added afterwards. */
    public Uni<Void> eraseAllOf(UUID patientId, Instant now) {
        return owners.erase(patientId)
                .chain(() -> records.allOf(patientId))
                .chain(found -> removeEach(found, now))
                .chain(records::flush)
                .chain(() -> grants.eraseAllOf(patientId));
    }

    private Uni<Void> removeEach(List<MedicalRecord> found, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(record -> remove(record, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> remove(MedicalRecord record, Instant now) {
        StoredFile file = record.file();
        return grants.endAllOf(record.id())
                .chain(() -> records.delete(record))
                .chain(() -> outbox.append(new DocumentDeleted(now, record.patientId(), record.id())))
                .chain(() -> file == null ? Uni.createFrom().voidItem() : removals.add(file.objectKey(), now));
    }

    private Uni<Void> keepObject(@Nullable StoredFile file) {
        if (file == null) {
            return Uni.createFrom().voidItem();
        }
        return removals.keep(file.objectKey())
                .chain(kept ->
                        kept ? Uni.createFrom().voidItem() : Uni.createFrom().failure(RecordProblems.tookTooLong()));
    }
}
