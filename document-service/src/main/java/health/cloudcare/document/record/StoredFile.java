package health.cloudcare.document.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The file of a record, in the object store. */
@Embeddable
record StoredFile(
        @Column(name = "object_key") String objectKey,
        @Column(name = "media_type") String mediaType,
        @Column(name = "size_bytes") long sizeBytes) {}
