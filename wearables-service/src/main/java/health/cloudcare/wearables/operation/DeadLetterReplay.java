package health.cloudcare.wearables.operation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.contracts.Topic;

/**
 * Gives the dead letters of the readings topic another chance, once what made them so is mended. How far that has got is
 * committed together with the records sent, so that a run that breaks off is as if it had not begun. What is put aside again
 * has the number of its attempts with it, and is left alone after {@value #MOST_ATTEMPTS}.
 */
@ApplicationScoped
class DeadLetterReplay {
    static final int MOST_ATTEMPTS = 3;
    static final String ATTEMPT = "dead-letter-attempt";

    private static final String GROUP = "wearables-dead-letter-replay";
    private static final String OWN_HEADERS = "dead-letter-";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;

    DeadLetterReplay(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * What a run did.
     *
     * @param replayed put back to the readings topic
     * @param repeated left out, as the same record was put aside more than once
     * @param givenUp left out after {@value #MOST_ATTEMPTS} attempts
     */
    record Result(int replayed, int repeated, int givenUp) {}

    /** Blocking. Everything that stood there when it began and no run has taken yet. */
    Result run() {
        try (KafkaConsumer<String, byte[]> letters = consumer();
                KafkaProducer<String, byte[]> readings = producer()) {
            List<TopicPartition> partitions = letters.partitionsFor(Topic.WEARABLES_READINGS.dlq()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            letters.assign(partitions);
            readings.initTransactions();
            readings.beginTransaction();
            Run run = new Run(readings);
            Map<TopicPartition, Long> end = letters.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(until -> letters.position(until.getKey()) < until.getValue())) {
                letters.poll(POLL).forEach(run::take);
            }
            Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
            partitions.forEach(partition -> reached.put(partition, new OffsetAndMetadata(letters.position(partition))));
            readings.sendOffsetsToTransaction(reached, letters.groupMetadata());
            readings.commitTransaction();
            return run.result();
        }
    }

    private static final class Run {
        private final KafkaProducer<String, byte[]> readings;
        private final Set<List<String>> seen = new HashSet<>();
        private int replayed;
        private int repeated;
        private int givenUp;

        Run(KafkaProducer<String, byte[]> readings) {
            this.readings = readings;
        }

        void take(ConsumerRecord<String, byte[]> letter) {
            int attempt = attempt(letter);
            if (!seen.add(origin(letter))) {
                repeated++;
            } else if (attempt >= MOST_ATTEMPTS) {
                givenUp++;
            } else {
                replayed++;
                var unused = readings.send(again(letter, attempt + 1));
            }
        }

        Result result() {
            return new Result(replayed, repeated, givenUp);
        }
    }

    private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> letter, int attempt) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(OWN_HEADERS)) {
                headers.add(header);
            }
        }
        headers.add(ATTEMPT, Integer.toString(attempt).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(Topic.WEARABLES_READINGS.topicName(), null, letter.key(), letter.value(), headers);
    }

    /** The record that it was. */
    private static List<String> origin(ConsumerRecord<String, byte[]> letter) {
        List<String> origin = new ArrayList<>();
        for (String part : List.of("topic", "partition", "offset")) {
            origin.add(text(
                    letter, OWN_HEADERS + part, letter.topic() + '@' + letter.partition() + '@' + letter.offset()));
        }
        return origin;
    }

    private static int attempt(ConsumerRecord<String, byte[]> letter) {
        try {
            return Integer.parseInt(text(letter, ATTEMPT, "0"));
        } catch (NumberFormatException e) {
            return MOST_ATTEMPTS;
        }
    }

    private static String text(ConsumerRecord<String, byte[]> letter, String header, String otherwise) {
        Header found = letter.headers().lastHeader(header);
        return found == null ? otherwise : new String(found.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Of two runs at the same time the later one ends the earlier. */
    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        GROUP,
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
