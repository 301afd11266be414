package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/** What both kinds of upload say of a document. */
record UploadDetails(
        UUID patientId,
        @Nullable UUID facilityId,
        String title,
        String description,
        String recordType,
        @Nullable LocalDate date) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 2000;
    static final int LONGEST_TYPE = 40;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Fails with a problem when the day cannot be. A day is told as its beginning in UTC, on which the app shows the same day. */
    NewRecord record(Instant now) {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(lastDay(now)))) {
            throw RecordProblems.invalid(
                    new FieldError("date", "must be a day since 1900 and not in the future", "range"));
        }
        Instant at = date == null ? now : date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new NewRecord(
                patientId,
                facilityId,
                title.strip(),
                description.strip(),
                recordType.strip().toUpperCase(Locale.ROOT),
                at);
    }

    /** Somewhere it may be tomorrow already. */
    private static LocalDate lastDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }

    @Override
    public String toString() {
        return "UploadDetails of patient " + patientId;
    }
}
