package health.cloudcare.benchmarks.readings;

import com.google.protobuf.InvalidProtocolBufferException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;

/** Reading records of the topic back. */
public final class Records {
    private Records() {}

    /** Called with every reading of a record. */
    public interface Visitor {
        void reading(Series series, long startMillis, long durationMillis, double value);
    }

    public static ReadingBatch parse(ConsumerRecord<String, byte[]> record) {
        return parse(record.value());
    }

    public static ReadingBatch parse(byte[] value) {
        try {
            return ReadingBatch.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record that the benchmark has not written", e);
        }
    }

    public static int visit(ReadingBatch batch, Visitor visitor) {
        int readings = 0;
        for (Series series : batch.getSeriesList()) {
            int count = series.getStartDeltaMsCount();
            boolean lasting = series.getDurationMsCount() > 0;
            long start = series.getBaseMs();
            for (int i = 0; i < count; i++) {
                start += series.getStartDeltaMs(i);
                visitor.reading(series, start, lasting ? series.getDurationMs(i) : 0, series.getValue(i));
            }
            readings += count;
        }
        return readings;
    }
}
