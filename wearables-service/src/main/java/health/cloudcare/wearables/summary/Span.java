package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A stretch of time.
 *
 * @param to its end, exclusive
 */
record Span(Instant from, Instant to) {
    private static final long DAY_MILLIS = 86_400_000;

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** As far as the caller may see it; perhaps nothing. */
    Span within(OpenPart part) {
        return new Span(part.later(from), part.earlier(to));
    }

    /** The UTC days, since the epoch, that it touches, oldest first. */
    List<Long> utcDays() {
        return from.isBefore(to)
                ? LongStream.rangeClosed(
                                Math.floorDiv(from.toEpochMilli(), DAY_MILLIS),
                                Math.floorDiv(to.toEpochMilli() - 1, DAY_MILLIS))
                        .boxed()
                        .toList()
                : List.of();
    }
}
