package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.file.FileDataDeserializer;
import health.cloudcare.document.file.StagedFile;

/**
 * A document as the app sends it.
 *
 * @param date the day it is of; today when not given
 * @param fileData may be missing: then there is a record without a file
 */
record JsonUpload(
        @NotNull UUID patientId,
        @Nullable UUID facilityId,
        @NotBlank @Size(max = UploadDetails.LONGEST_TITLE) String title,

        @NotNull @Size(max = UploadDetails.LONGEST_DESCRIPTION)
        String description,

        @NotBlank @Size(max = UploadDetails.LONGEST_TYPE) String recordType,
        @Nullable LocalDate date,

        @JsonDeserialize(using = FileDataDeserializer.class)
        @Schema(
                implementation = String.class,
                description = "The file as base64, or as a data URI of it; 10 MiB at most")
        @Nullable
        StagedFile fileData) {

    NewRecord record(Instant now) {
        return new UploadDetails(patientId, facilityId, title, description, recordType, date).record(now);
    }

    @Override
    public String toString() {
        return "JsonUpload of patient " + patientId;
    }
}
