package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import health.cloudcare.wearables.chunk.DayChunks.SourceTable;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/**
 * An hour chunk packed; its sources stand in the table of its day. Behind the columns stand parts that most chunks do not
 * have, each as its number and its bytes.
 */
final class HourChunkCodec {
    private static final int ORIGINALS = 1;
    private static final int RECORDS = 2;

    private HourChunkCodec() {}

    static byte[] encode(HourChunk chunk, SourceTable table) {
        SampleColumns samples = chunk.samples();
        int n = samples.size;
        ColumnWriter writer = new ColumnWriter().unsigned(n).unsigned(chunk.stages() ? 1 : 0);
        writer.unsigned(chunk.sources().size());
        for (Source source : chunk.sources()) {
            writer.unsigned(table.numberOf(source));
        }
        writer.unsigned(chunk.receivedTable().length);
        for (long received : chunk.receivedTable()) {
            writer.signed(received);
        }
        writer.increasing(samples.start, n)
                .repetitive(samples.duration, n)
                .decimals(samples.value, n)
                .repetitive(samples.source, n)
                .repetitive(samples.received, n);
        if (samples.originals != null) {
            writer.unsigned(ORIGINALS).bytes(samples.originals.encode());
        }
        if (samples.record != null) {
            writer.unsigned(RECORDS).bytes(records(samples.record, n));
        }
        return writer.toBytes();
    }

    static HourChunk decode(byte[] packed, SourceTable table) {
        ColumnReader reader = new ColumnReader(packed);
        int n = (int) reader.unsigned();
        boolean stages = reader.unsigned() == 1;
        List<Source> sources = new ArrayList<>();
        for (long left = reader.unsigned(); left > 0; left--) {
            sources.add(table.get((int) reader.unsigned()));
        }
        long[] received = new long[(int) reader.unsigned()];
        for (int i = 0; i < received.length; i++) {
            received[i] = reader.signed();
        }
        SampleColumns samples = new SampleColumns(0);
        samples.start = reader.increasing(n);
        samples.duration = reader.repetitive(n);
        samples.value = reader.decimals(n);
        samples.source = reader.repetitive(n);
        samples.received = reader.repetitive(n);
        samples.size = n;
        while (!reader.atEnd()) {
            long part = reader.unsigned();
            byte[] content = reader.bytes();
            if (part == ORIGINALS) {
                samples.originals = Originals.decode(content);
            } else if (part == RECORDS) {
                samples.record = records(content, n);
            }
        }
        return new HourChunk(stages, List.copyOf(sources), received, samples);
    }

    /** Neighbours are often parts of one record; numbers of different records have nothing in common. */
    private static byte[] records(long[] record, int n) {
        ColumnWriter writer = new ColumnWriter();
        int i = 0;
        while (i < n) {
            int run = 1;
            while (i + run < n && record[i + run] == record[i]) {
                run++;
            }
            writer.unsigned(run).number(record[i]);
            i += run;
        }
        return writer.toBytes();
    }

    private static long[] records(byte[] packed, int n) {
        ColumnReader reader = new ColumnReader(packed);
        long[] record = new long[n];
        int i = 0;
        while (i < n) {
            int end = i + (int) reader.unsigned();
            Arrays.fill(record, i, end, reader.number());
            i = end;
        }
        return record;
    }
}
