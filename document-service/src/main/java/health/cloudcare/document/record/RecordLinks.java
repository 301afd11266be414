package health.cloudcare.document.record;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import health.cloudcare.document.objectstore.ObjectStore;
import health.cloudcare.servicekit.access.Scope;

/** Links to the files of records, for whoever was just allowed to see them. */
@ApplicationScoped
class RecordLinks {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "application/pdf", ".pdf",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "application/msword", ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
            "application/dicom", ".dcm");

    private final ObjectStore store;

    RecordLinks(ObjectStore store) {
        this.store = store;
    }

    /** With its dot; empty for what is none of ours. */
    static String extension(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType, "");
    }

    /** Offers to save the file only to those who may keep a copy. The name has no title in it: links get into logs. */
    @Nullable
    URI to(MedicalRecord record, Scope scope) {
        return to(record, scope.mayKeep(), null);
    }

    /** @param lifetime null for the usual one */
    @Nullable
    URI to(MedicalRecord record, boolean mayKeep, @Nullable Duration lifetime) {
        StoredFile file = record.file();
        if (file == null) {
            return null;
        }
        String name = "document-" + record.id() + extension(file.mediaType());
        return store.link(file.objectKey(), new ObjectStore.LinkTerms(file.mediaType(), name, mayKeep, lifetime));
    }
}
