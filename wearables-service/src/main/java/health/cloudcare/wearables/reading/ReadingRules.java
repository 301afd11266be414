package health.cloudcare.wearables.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricNames;
import health.cloudcare.wearables.metric.MetricType;

/**
 * Turns the records of one upload into readings, or says why not. Each record is judged alone. Remembers the names it met,
 * so one upload uses one instance, from one thread at a time.
 */
public final class ReadingRules {

    /** Before it nothing worn counted anything; what carries such a date has a clock that was never set. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** A device's clock may be wrong by a time zone, not by more. */
    static final Duration AHEAD = Duration.ofHours(24);

    static final Duration LONGEST = Duration.ofHours(48);

    static final int LONGEST_ID = 200;

    /** An upload names a handful of sources and types; one that invents names may not fill the memory with them. */
    private static final int REMEMBERED = 1_000;

    /** What is remembered of one name; no type is as long, and what is known of a longer source is found out again. */
    private static final int LONGEST_REMEMBERED = 1_000;

    private final long latestMillis;
    private final Map<String, Optional<MetricType>> metrics = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    public ReadingRules(Clock clock) {
        latestMillis = clock.instant().plus(AHEAD).toEpochMilli();
    }

    public Verdict judge(RawRecord raw) {
        return metric(raw.type()).map(metric -> judge(metric, raw)).orElseGet(Verdict.Unmapped::new);
    }

    private Optional<MetricType> metric(@Nullable String type) {
        if (type == null || type.length() > LONGEST_REMEMBERED) {
            return Optional.empty();
        }
        forgetWhenFull(metrics);
        return metrics.computeIfAbsent(type, MetricNames::find);
    }

    private Verdict judge(MetricType metric, RawRecord raw) {
        try {
            QuantityValue value = value(metric, raw);
            long start = instant(raw.start() == null ? raw.end() : raw.start());
            long end = raw.end() == null ? start : instant(raw.end());
            requireSensible(start, end);
            QuantityValue kept = value == null ? QuantityValue.minutes(end - start) : value;
            return new Verdict.Accepted(
                    new Reading(metric, source(raw), start, end, kept.value(), kept.original(), recordId(raw)));
        } catch (Refusal refusal) {
            return new Verdict.Rejected(metric, refusal.reason(), refusal.text());
        }
    }

    private static @Nullable String recordId(RawRecord raw) throws Refusal {
        String id = raw.recordId();
        if (id != null && id.length() > LONGEST_ID) {
            throw new Refusal(RejectionReason.ID_TOO_LONG, "the record's id is longer than " + LONGEST_ID);
        }
        return id == null || id.isBlank() ? null : id;
    }

    /** Null when the record's length is its value. */
    private static @Nullable QuantityValue value(MetricType metric, RawRecord raw) throws Refusal {
        if (metric.aggregation() == Aggregation.SLEEP) {
            return new QuantityValue(SleepValue.stageCode(raw), null);
        }
        return QuantityValue.isInterval(metric, raw) ? null : QuantityValue.inUnitOf(metric, raw);
    }

    private static long instant(@Nullable String text) throws Refusal {
        if (text == null || text.isBlank()) {
            throw new Refusal(RejectionReason.TIME_MALFORMED, "the record has no time");
        }
        try {
            return InstantText.epochMillis(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    RejectionReason.TIME_MALFORMED,
                    "the time is not an instant with an offset, as 2025-11-19T05:50:01Z is");
        }
    }

    private void requireSensible(long start, long end) throws Refusal {
        if (start < EARLIEST.toEpochMilli() || end < EARLIEST.toEpochMilli()) {
            throw new Refusal(RejectionReason.TIME_OUT_OF_RANGE, "the time lies before the year 2000");
        }
        if (start > latestMillis || end > latestMillis) {
            throw new Refusal(RejectionReason.TIME_OUT_OF_RANGE, "the time lies more than 24 hours ahead");
        }
        if (end < start) {
            throw new Refusal(RejectionReason.ENDS_BEFORE_START, "the record ends before it starts");
        }
        if (end - start > LONGEST.toMillis()) {
            throw new Refusal(RejectionReason.TOO_LONG, "the record lasts longer than 48 hours");
        }
    }

    private Source source(RawRecord raw) {
        forgetWhenFull(sources);
        // a line break cannot be a part of either text once white space is normalised
        String key = raw.deviceId() + '\n' + raw.sourceName() + '\n' + raw.hardware();
        return key.length() > LONGEST_REMEMBERED
                ? recognised(raw)
                : sources.computeIfAbsent(key, unknown -> recognised(raw));
    }

    private static Source recognised(RawRecord raw) {
        return SourceRecognition.source(raw.deviceId(), raw.sourceName(), raw.hardware());
    }

    private static void forgetWhenFull(Map<?, ?> map) {
        if (map.size() >= REMEMBERED) {
            map.clear();
        }
    }
}
