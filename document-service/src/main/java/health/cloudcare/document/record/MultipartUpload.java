package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.file.StagedFile;

/** A document as browsers and command lines send it. The file's name and media type are not looked at. */
@NullUnmarked
public class MultipartUpload {

    /** PostgreSQL cannot store the null character; in JSON it is refused before. */
    private static final String STORABLE = "[^\\x00]*";

    @RestForm("patient_id")
    @NotNull
    UUID patientId;

    @RestForm("facility_id")
    @Nullable
    UUID facilityId;

    @RestForm
    @NotBlank
    @Size(max = UploadDetails.LONGEST_TITLE)
    @Pattern(regexp = STORABLE, message = "must be text")
    String title;

    @RestForm
    @Size(max = UploadDetails.LONGEST_DESCRIPTION)
    @Pattern(regexp = STORABLE, message = "must be text")
    @Nullable
    String description;

    @RestForm("record_type")
    @NotBlank
    @Size(max = UploadDetails.LONGEST_TYPE)
    @Pattern(regexp = STORABLE, message = "must be text")
    String recordType;

    @RestForm
    @Nullable
    LocalDate date;

    @RestForm
    @NotNull
    @PartType(MediaType.APPLICATION_OCTET_STREAM)
    FileUpload file;

    NewRecord record(Instant now) {
        return new UploadDetails(
                        patientId, facilityId, title, Objects.requireNonNullElse(description, ""), recordType, date)
                .record(now);
    }

    StagedFile stagedFile() {
        return new StagedFile(file.uploadedFile(), file.size());
    }

    @Override
    public String toString() {
        return "MultipartUpload of patient " + patientId;
    }
}
