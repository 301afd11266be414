package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/**
 * What a doctor writes down. An optional text of nothing but spaces counts as not given.
 *
 * @param date the day it is about; today when not given
 * @param medications of a prescription, which has some, or the text of {@code prescriptions}
 * @param reason why a note is amended
 */
record WriteNoteRequest(
        @NotNull NoteType recordType,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String description,
        @Size(max = 10_000) @Nullable String diagnosis,
        @Size(max = 10_000) @Nullable String prescriptions,
        @Size(max = 10_000) @Nullable String doctorNotes,
        @Nullable LocalDate date,
        @Size(max = 50) List<@NotNull @Valid Medication> medications,
        @Size(max = 1000) @Nullable String reason) {

    /** Before anybody who lives was born. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    WriteNoteRequest {
        title = required(title);
        description = required(description);
        diagnosis = text(diagnosis);
        prescriptions = text(prescriptions);
        doctorNotes = text(doctorNotes);
        medications = medications == null ? List.of() : medications;
        reason = text(reason);
    }

    /** What no annotation can say. */
    List<FieldError> errors(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(today))) {
            errors.add(new FieldError("date", "must be a day of a lifetime, and not in the future", "range"));
        }
        if (recordType == NoteType.PRESCRIPTION && medications.isEmpty() && prescriptions == null) {
            errors.add(new FieldError("medications", "must say what is prescribed", "not_empty"));
        }
        return errors;
    }

    LocalDate day(LocalDate today) {
        return Objects.requireNonNullElse(date, today);
    }

    private static String required(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "WriteNoteRequest";
    }
}
