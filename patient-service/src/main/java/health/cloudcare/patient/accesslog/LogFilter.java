package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Which entries a patient wants to see; null for no such condition.
 *
 * @param from the first instant
 * @param to the first instant that is too late
 */
record LogFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String outcome,
        @Nullable Boolean emergency) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Fails with a problem that names what is not valid. Blank is as if it was not there. */
    static LogFilter parse(
            @Nullable String from, @Nullable String to, @Nullable String outcome, @Nullable String emergency) {
        List<FieldError> errors = new ArrayList<>();
        LogFilter filter = new LogFilter(
                instant("from", from, errors),
                instant("to", to, errors),
                outcome(outcome, errors),
                emergency(emergency, errors));
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", errors);
        }
        return filter;
    }

    private static @Nullable Instant instant(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text.strip());
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        errors.add(new FieldError(field, "must be an instant such as 2025-11-19T05:50:01Z", "format"));
        return null;
    }

    private static @Nullable String outcome(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String outcome = text.strip().toUpperCase(Locale.ROOT);
        if (!outcome.equals(LoggedAccess.ALLOWED) && !outcome.equals(LoggedAccess.REFUSED)) {
            errors.add(new FieldError("outcome", "must be ALLOWED or REFUSED", "enum"));
        }
        return outcome;
    }

    private static @Nullable Boolean emergency(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String flag = text.strip().toLowerCase(Locale.ROOT);
        if (!flag.equals("true") && !flag.equals("false")) {
            errors.add(new FieldError("emergency", "must be true or false", "boolean"));
        }
        return flag.equals("true");
    }
}
