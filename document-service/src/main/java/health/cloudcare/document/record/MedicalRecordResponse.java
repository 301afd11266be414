package health.cloudcare.document.record;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The documented medical record.
 *
 * @param fileUrl the content itself as a data URI, as the app expects it; null for large files, and when it was not asked for
 * @param downloadUrl opens the file to whoever has the link, for a few minutes; null without a file
 */
record MedicalRecordResponse(
        UUID id,
        UUID patientId,
        @Nullable UUID facilityId,
        String title,
        String description,
        Instant date,
        String recordType,
        @Nullable String fileUrl,
        @Nullable URI downloadUrl,
        Instant createdAt) {

    static MedicalRecordResponse of(MedicalRecord record, @Nullable String fileUrl, @Nullable URI downloadUrl) {
        return new MedicalRecordResponse(
                record.id(),
                record.patientId(),
                record.facilityId(),
                record.title(),
                record.description(),
                record.date(),
                record.recordType(),
                fileUrl,
                downloadUrl,
                record.createdAt());
    }

    @Override
    public String toString() {
        return "MedicalRecordResponse " + id;
    }
}
