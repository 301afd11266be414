package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import health.cloudcare.wearables.patient.ZoneHistory;
import health.cloudcare.wearables.rollup.Slots;

/**
 * A run of whole local days, both ends included. In any zone a day begins and ends on a quarter hour, also when it has 23
 * or 25 hours.
 */
record LocalDays(LocalDate first, LocalDate last, ZoneHistory zones) {
    private static final long DAY_MILLIS = 86_400_000;

    static LocalDays endingOn(LocalDate last, int days, ZoneHistory zones) {
        return new LocalDays(last.minusDays(days - 1L), last, zones);
    }

    Instant start() {
        return zones.startOf(first);
    }

    Instant end() {
        return zones.startOf(last.plusDays(1));
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** The same days with one more at the beginning, for nights that begin the evening before. */
    LocalDays withEveningBefore() {
        return new LocalDays(first.minusDays(1), last, zones);
    }

    /** The UTC days, since the epoch, that these days touch. */
    List<Long> utcDays() {
        long from = Math.floorDiv(start().toEpochMilli(), DAY_MILLIS);
        long to = Math.floorDiv(end().toEpochMilli() - 1, DAY_MILLIS);
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    static long floorToSlot(long epochMillis) {
        return Math.floorDiv(epochMillis, Slots.SLOT_MILLIS) * Slots.SLOT_MILLIS;
    }
}
