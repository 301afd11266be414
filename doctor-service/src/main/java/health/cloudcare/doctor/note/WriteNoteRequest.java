package health.cloudcare.doctor.note;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/**
 * What a doctor writes down. An optional text of nothing but spaces counts as not given.
 *
 * @param date the day it is about; today when not given
 */
record WriteNoteRequest(
        @NotNull NoteType recordType,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String description,
        @Size(max = 10_000) @Nullable String diagnosis,
        @Size(max = 10_000) @Nullable String prescriptions,
        @Size(max = 10_000) @Nullable String doctorNotes,
        @Nullable LocalDate date) {

    /** Before anybody who lives was born. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    WriteNoteRequest {
        title = required(title);
        description = required(description);
        diagnosis = text(diagnosis);
        prescriptions = text(prescriptions);
        doctorNotes = text(doctorNotes);
    }

    /** What no annotation can say. */
    List<FieldError> errors(LocalDate today) {
        boolean conceivable = date == null || (!date.isBefore(EARLIEST) && !date.isAfter(today));
        return conceivable
                ? List.of()
                : List.of(new FieldError("date", "must be a day of a lifetime, and not in the future", "range"));
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
