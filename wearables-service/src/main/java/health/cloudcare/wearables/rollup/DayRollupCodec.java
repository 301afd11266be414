package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.List;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/** A day rollup packed: its revision, readings by hour, and quarter hours or sleep. */
final class DayRollupCodec {
    private DayRollupCodec() {}

    static byte[] encode(RollupKey key, DayRollup rollup) {
        ColumnWriter writer = new ColumnWriter().unsigned(rollup.revision());
        for (int readings : rollup.readingsByHour()) {
            writer.unsigned(readings);
        }
        boolean sleep = key.metric().aggregation() == Aggregation.SLEEP;
        return writer.bytes(sleep ? sleep(key, rollup.sleep()) : slots(rollup.slots()))
                .toBytes();
    }

    /** @param readings whether the slots shall tell the readings' minima, maxima and last ones */
    static DayRollup decode(RollupKey key, byte[] packed, boolean readings) {
        ColumnReader reader = new ColumnReader(packed);
        long revision = reader.unsigned();
        int[] byHour = new int[24];
        for (int hour = 0; hour < byHour.length; hour++) {
            byHour[hour] = (int) reader.unsigned();
        }
        return key.metric().aggregation() == Aggregation.SLEEP
                ? new DayRollup(revision, byHour, new Slots(0), sleep(key, reader.bytes()))
                : new DayRollup(revision, byHour, slots(reader.bytes(), readings), List.of());
    }

    private static byte[] slots(Slots slots) {
        int[] filled = new int[slots.size()];
        int n = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            if (!slots.empty(slot)) {
                filled[n++] = slot;
            }
        }
        return new ColumnWriter()
                .unsigned(n)
                .increasing(filled, n)
                .repetitive(pick(slots.count, filled, n), n)
                .decimals(pick(slots.sum, filled, n), n)
                .decimals(pick(slots.min, filled, n), n)
                .decimals(pick(slots.max, filled, n), n)
                .decimals(pick(slots.last, filled, n), n)
                .toBytes();
    }

    private static Slots slots(byte[] packed, boolean readings) {
        ColumnReader reader = new ColumnReader(packed);
        int n = (int) reader.unsigned();
        int[] filled = reader.increasing(n);
        Slots slots = readings ? new Slots(Slots.PER_DAY) : Slots.ofSums();
        int[] count = reader.repetitive(n);
        for (int i = 0; i < n; i++) {
            slots.count[filled[i]] = count[i];
        }
        place(reader.decimals(n), filled, slots.sum);
        if (readings) {
            place(reader.decimals(n), filled, slots.min);
            place(reader.decimals(n), filled, slots.max);
            place(reader.decimals(n), filled, slots.last);
        }
        return slots;
    }

    private static void place(double[] values, int[] filled, double[] column) {
        for (int i = 0; i < values.length; i++) {
            column[filled[i]] = values[i];
        }
    }

    private static byte[] sleep(RollupKey key, List<SleepSegment> segments) {
        ColumnWriter writer = new ColumnWriter().unsigned(segments.size());
        long before = dayStart(key);
        for (SleepSegment segment : segments) {
            writer.signed(segment.startMillis() - before)
                    .unsigned(segment.millis())
                    .unsigned(segment.stage().code());
            before = segment.startMillis();
        }
        return writer.toBytes();
    }

    private static List<SleepSegment> sleep(RollupKey key, byte[] packed) {
        ColumnReader reader = new ColumnReader(packed);
        int n = (int) reader.unsigned();
        List<SleepSegment> segments = new ArrayList<>(n);
        long start = dayStart(key);
        for (int i = 0; i < n; i++) {
            start += reader.signed();
            long end = start + reader.unsigned();
            segments.add(new SleepSegment(start, end, SleepStage.ofCode((int) reader.unsigned())));
        }
        return List.copyOf(segments);
    }

    private static long dayStart(RollupKey key) {
        return key.epochDay() * 86_400_000L;
    }

    private static int[] pick(int[] column, int[] places, int n) {
        int[] picked = new int[n];
        for (int i = 0; i < n; i++) {
            picked[i] = column[places[i]];
        }
        return picked;
    }

    private static double[] pick(double[] column, int[] places, int n) {
        double[] picked = new double[n];
        for (int i = 0; i < n; i++) {
            picked[i] = column[places[i]];
        }
        return picked;
    }
}
