package health.cloudcare.benchmarks.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import org.apache.kafka.clients.producer.ProducerRecord;

import health.cloudcare.contracts.Topic;
import health.cloudcare.contracts.readings.ReadingBatch;

/** What each round sends: one record in ten once more in a later round, one in twenty long after its time, and now and then poison. */
final class Dispatch {
    private static final int REPEATED_PERCENT = 10;
    private static final int LATE_PERCENT = 5;
    private static final int LATE_BY = 15;
    private static final int POISON_PERCENT = 40;

    private final Random random;
    private final List<List<ProducerRecord<String, byte[]>>> rounds = new ArrayList<>();
    private int poison;

    /** @param records in the order of time */
    Dispatch(List<ProducerRecord<String, byte[]>> records, int count, Random random) {
        this.random = random;
        for (int i = 0; i < count; i++) {
            rounds.add(new ArrayList<>());
        }
        Deque<ProducerRecord<String, byte[]>> left = new ArrayDeque<>(records);
        int each = Math.ceilDiv(records.size(), count);
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < each && !left.isEmpty(); i++) {
                place(left.poll(), round, count);
            }
            if (random.nextInt(100) < POISON_PERCENT) {
                rounds.get(round).add(poison());
            }
        }
    }

    private void place(ProducerRecord<String, byte[]> record, int round, int count) {
        int sent = random.nextInt(100) < LATE_PERCENT ? Math.min(count - 1, round + LATE_BY) : round;
        rounds.get(sent).add(record);
        if (random.nextInt(100) < REPEATED_PERCENT) {
            rounds.get(Math.min(count - 1, sent + random.nextInt(5))).add(record);
        }
    }

    private ProducerRecord<String, byte[]> poison() {
        poison++;
        byte[] value = random.nextBoolean()
                ? ("no record, number " + poison).getBytes(StandardCharsets.UTF_8)
                : ReadingBatch.newBuilder()
                        .setPatientId("somebody")
                        .setSequence(poison)
                        .build()
                        .toByteArray();
        return new ProducerRecord<>(Topic.WEARABLES_READINGS.topicName(), "poison-" + poison, value);
    }

    List<ProducerRecord<String, byte[]>> round(int number) {
        return rounds.get(number);
    }

    int poisonInjected() {
        return poison;
    }
}
