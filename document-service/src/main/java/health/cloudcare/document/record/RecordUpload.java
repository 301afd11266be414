package health.cloudcare.document.record;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.file.UploadedFile;
import health.cloudcare.document.objectstore.ObjectRemovals;
import health.cloudcare.document.objectstore.ObjectStore;
import health.cloudcare.document.recordtype.RecordType;
import health.cloudcare.document.recordtype.RecordTypes;
import health.cloudcare.servicekit.problem.FieldError;

/** Adds documents: first the bytes, then the record that needs them. */
@ApplicationScoped
class RecordUpload {

    private final RecordAccess access;
    private final RecordTypes types;
    private final ObjectRemovals removals;
    private final ObjectStore store;
    private final RecordKeeping keeping;
    private final RecordLinks links;

    RecordUpload(
            RecordAccess access,
            RecordTypes types,
            ObjectRemovals removals,
            ObjectStore store,
            RecordKeeping keeping,
            RecordLinks links) {
        this.access = access;
        this.types = types;
        this.removals = removals;
        this.store = store;
        this.keeping = keeping;
        this.links = links;
    }

    Uni<MedicalRecordResponse> upload(NewRecord record, @Nullable UploadedFile file, Instant now) {
        return access.requireUploader(record).call(grant -> check(record, file)).chain(grant -> stored(file, now)
                .chain(stored -> kept(record, stored, now))
                .map(added -> MedicalRecordResponse.of(added, null, links.to(added, grant.scope()))));
    }

    private Uni<Void> check(NewRecord record, @Nullable UploadedFile file) {
        return types.named(record.recordType())
                .onItem()
                .ifNull()
                .failWith(() -> RecordProblems.invalid(
                        new FieldError("record_type", "must be one of the kinds of records", "enum")))
                .invoke(type -> check(type, file))
                .replaceWithVoid();
    }

    private static void check(RecordType type, @Nullable UploadedFile file) {
        if (file == null) {
            return;
        }
        if (file.size() > type.maxSizeBytes()) {
            throw RecordProblems.tooLarge(type.maxSizeBytes());
        }
        if (!type.acceptedMediaTypes().contains(file.mediaType())) {
            throw RecordProblems.wrongContent(type.acceptedMediaTypes());
        }
    }

    private Uni<@Nullable StoredFile> stored(@Nullable UploadedFile file, Instant now) {
        if (file == null) {
            return Uni.createFrom().nullItem();
        }
        return removals.reserve(now)
                .call(key -> store.put(key, file.path(), file.mediaType()))
                .map(key -> new StoredFile(key, file.mediaType(), file.size()));
    }

    /** A problem is told before the transaction ends, so its object is needed by nobody. Of other failures that is not known. */
    private Uni<MedicalRecord> kept(NewRecord record, @Nullable StoredFile file, Instant now) {
        Uni<MedicalRecord> added = keeping.add(record, file, now);
        return file == null
                ? added
                : added.onFailure(HttpProblem.class).call(() -> removals.giveUp(file.objectKey(), now));
    }
}
