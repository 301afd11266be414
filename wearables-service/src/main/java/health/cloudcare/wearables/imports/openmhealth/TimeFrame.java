package health.cloudcare.wearables.imports.openmhealth;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A body's {@code effective_time_frame}: a {@code date_time}, or a {@code time_interval} of two of its start, its end and its
 * duration. The remaining form, a part of a day (morning), is no time that readings can be merged by.
 */
record TimeFrame(@Nullable String start, @Nullable String end) {

    static TimeFrame of(JsonNode body) {
        JsonNode frame = body.path("effective_time_frame");
        String at = text(frame.path("date_time"));
        if (at != null) {
            return new TimeFrame(at, at);
        }
        JsonNode interval = frame.path("time_interval");
        String start = text(interval.path("start_date_time"));
        String end = text(interval.path("end_date_time"));
        Long duration = UnitValue.millis(interval.path("duration"));
        if (duration != null && start != null && end == null) {
            return new TimeFrame(start, moved(start, duration));
        }
        if (duration != null && start == null && end != null) {
            return new TimeFrame(moved(end, -duration), end);
        }
        return new TimeFrame(start, end);
    }

    boolean isInterval() {
        return start != null && end != null && !start.equals(end);
    }

    /** The last part of this that is as long; all of it when that is shorter. */
    TimeFrame last(long millis) {
        String from = end == null ? null : moved(end, -millis);
        boolean within = from != null && start != null && !before(from, start);
        return within ? new TimeFrame(from, end) : this;
    }

    private static boolean before(String one, String other) {
        try {
            return OffsetDateTime.parse(one).isBefore(OffsetDateTime.parse(other));
        } catch (DateTimeException e) {
            return true;
        }
    }

    /** A text that is no time is left to be refused as such. */
    private static String moved(String time, long millis) {
        try {
            return OffsetDateTime.parse(time)
                    .plus(millis, ChronoUnit.MILLIS)
                    .toInstant()
                    .toString();
        } catch (DateTimeException | ArithmeticException e) {
            return time;
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? node.textValue().strip()
                : null;
    }
}
