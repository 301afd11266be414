package health.cloudcare.document.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A file as the cookie surface lists it; where it is stored is nobody's to know. */
record FileItem(
        @JsonProperty("_id") UUID documentId,
        UUID id,
        Metadata metadata,
        @Nullable Long size,
        @Nullable String contentType,
        Instant uploadedAt) {

    /** @param ext without its dot; empty when there is no file */
    record Metadata(String fileName, List<String> tags, String ext, String fileType) {

        @Override
        public String toString() {
            return "***";
        }
    }

    static FileItem of(MedicalRecord record) {
        StoredFile file = record.file();
        String extension = file == null ? "" : RecordLinks.extension(file.mediaType());
        return new FileItem(
                record.id(),
                record.id(),
                new Metadata(
                        record.title() + extension,
                        List.of(),
                        extension.isEmpty() ? "" : extension.substring(1),
                        record.recordType()),
                file == null ? null : file.sizeBytes(),
                file == null ? null : file.mediaType(),
                record.createdAt());
    }

    @Override
    public String toString() {
        return "FileItem " + id;
    }
}
