package health.cloudcare.benchmarks.ingest;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.contracts.Topic;

/**
 * The ceiling: a process that reads the topic in large polls, decodes every reading, and keeps nothing.
 * Told where to read, {@code partition:from:until} separated by blanks, it answers how many readings there were.
 */
final class DecodeOnly {
    private DecodeOnly() {}

    /** @param arguments the broker's address */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var topic = new ReadingsTopic(arguments[0]);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<TopicPartition, Long> from = new HashMap<>();
            Map<TopicPartition, Long> until = new HashMap<>();
            for (String part : line.split(" ")) {
                String[] numbers = part.split(":");
                TopicPartition partition =
                        new TopicPartition(Topic.WEARABLES_READINGS.topicName(), Integer.parseInt(numbers[0]));
                from.put(partition, Long.parseLong(numbers[1]));
                until.put(partition, Long.parseLong(numbers[2]));
            }
            out.println(decode(topic, from, until));
        }
    }

    /** What {@link #main} is to be told. */
    static String question(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
        StringBuilder question = new StringBuilder();
        from.forEach((partition, offset) -> question.append(question.isEmpty() ? "" : " ")
                .append(partition.partition())
                .append(':')
                .append(offset)
                .append(':')
                .append(until.getOrDefault(partition, offset)));
        return question.toString();
    }

    private static long decode(ReadingsTopic topic, Map<TopicPartition, Long> from, Map<TopicPartition, Long> until)
            throws Exception {
        var sums = new double[1];
        var readings = new long[1];
        topic.read(from, until, records -> {
            records.forEach(record -> readings[0] += Records.visit(
                    Records.parse(record), (series, start, duration, value) -> sums[0] += value + duration + start));
            return true;
        });
        if (!Double.isFinite(sums[0])) {
            throw new IllegalStateException("readings are finite");
        }
        return readings[0];
    }
}
