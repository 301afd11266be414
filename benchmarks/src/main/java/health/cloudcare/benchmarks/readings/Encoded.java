package health.cloudcare.benchmarks.readings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import health.cloudcare.contracts.Topic;
import health.cloudcare.contracts.readings.ReadingBatch;

/** Uploads as the records to be published, and what they come to. */
public record Encoded(List<ProducerRecord<String, byte[]>> records, Oracle oracle) {
    public static Encoded of(List<Upload> uploads, Clock clock) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        Oracle oracle = Oracle.NOTHING;
        for (Upload upload : uploads) {
            List<ReadingBatch> batches = upload.records(clock.millis());
            batches.forEach(batch -> records.add(new ProducerRecord<>(
                    Topic.WEARABLES_READINGS.topicName(), batch.getPatientId(), batch.toByteArray())));
            oracle = oracle.and(upload, batches.size());
        }
        return new Encoded(records, oracle);
    }

    public long bytes() {
        return records.stream().mapToLong(record -> record.value().length).sum();
    }
}
