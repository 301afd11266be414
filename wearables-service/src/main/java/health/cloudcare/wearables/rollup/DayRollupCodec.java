package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.List;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/** A day rollup as a document: {@code {rev, h: packed readings by hour, q: packed quarter hours | z: packed sleep}}. */
public final class DayRollupCodec {
    private DayRollupCodec() {}

    public static BsonDocument encode(RollupKey key, DayRollup rollup) {
        BsonDocument document = new BsonDocument("rev", new BsonInt64(rollup.revision()))
                .append("h", new BsonBinary(hours(rollup.readingsByHour())));
        return key.metric().aggregation() == Aggregation.SLEEP
                ? document.append("z", new BsonBinary(sleep(key, rollup.sleep())))
                : document.append("q", new BsonBinary(slots(rollup.slots())));
    }

    public static DayRollup decode(RollupKey key, BsonDocument document) {
        long revision = document.getInt64("rev").getValue();
        ColumnReader hours = new ColumnReader(document.getBinary("h").getData());
        int[] readings = new int[24];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = (int) hours.unsigned();
        }
        return key.metric().aggregation() == Aggregation.SLEEP
                ? new DayRollup(
                        revision,
                        readings,
                        new Slots(0),
                        sleep(key, document.getBinary("z").getData()))
                : new DayRollup(
                        revision, readings, slots(document.getBinary("q").getData()), List.of());
    }

    private static byte[] hours(int[] readings) {
        ColumnWriter writer = new ColumnWriter();
        for (int count : readings) {
            writer.unsigned(count);
        }
        return writer.toBytes();
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

    private static Slots slots(byte[] packed) {
        ColumnReader reader = new ColumnReader(packed);
        int n = (int) reader.unsigned();
        int[] filled = reader.increasing(n);
        Slots slots = new Slots(Slots.PER_DAY);
        int[] count = reader.repetitive(n);
        double[][] columns = {reader.decimals(n), reader.decimals(n), reader.decimals(n), reader.decimals(n)};
        for (int i = 0; i < n; i++) {
            slots.count[filled[i]] = count[i];
            slots.sum[filled[i]] = columns[0][i];
            slots.min[filled[i]] = columns[1][i];
            slots.max[filled[i]] = columns[2][i];
            slots.last[filled[i]] = columns[3][i];
        }
        return slots;
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
