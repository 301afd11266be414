package health.cloudcare.benchmarks.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.replicas.Answers;
import health.cloudcare.benchmarks.replicas.SentReadings;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.contracts.Topic;

/** Whether what is stored is what was sent, and what stands with the dead letters is the poison. */
record Verdict(
        Console console,
        List<Figure> figures,
        Mortals mortals,
        ReadingsTopic topic,
        WearablesStore store,
        SentReadings sent,
        int poison) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    void requireExact(Answers answers) throws IOException, GeneralSecurityException {
        figures.add(new Figure.Plain("crash-readings-sent", sent.readings()));
        figures.add(new Figure.Plain("crash-readings-stored", store.readings()));
        if (store.readings() != sent.readings()) {
            throw new IOException(
                    "%,d readings are stored, %,d were sent".formatted(store.readings(), sent.readings()));
        }
        int agreeing = answers.requireAgreement(sent);
        figures.add(new Figure.Plain("crash-daily-figures-that-agree", agreeing));
        Map<String, ConsumerRecord<String, byte[]>> letters = deadLetters();
        figures.add(new Figure.Plain("crash-poison-injected", poison));
        figures.add(new Figure.Plain("crash-dead-letters", letters.size()));
        if (letters.size() != poison) {
            throw new IOException("%d dead letters, %d times poison".formatted(letters.size(), poison));
        }
        console.line(
                "%,d readings sent, as many stored; %,d daily figures of %d people agree; %d dead letters, as much poison",
                sent.readings(), agreeing, sent.patients().size(), letters.size());
    }

    /** The poison is poison still, and nothing else has changed. */
    void replayTwice(Answers answers)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : deadLetters().values()) {
            again.add(new ProducerRecord<>(Topic.WEARABLES_READINGS.topicName(), letter.key(), letter.value()));
        }
        for (int time = 0; time < 2; time++) {
            topic.publish(again);
            store.awaitMerged(topic.end(), mortals.consumer(), LIMIT);
        }
        if (store.readings() != sent.readings()) {
            throw new IOException("replayed dead letters changed what is stored");
        }
        int agreeing = answers.requireAgreement(sent);
        console.line("dead letters replayed twice: %,d daily figures agree still", agreeing);
    }

    /** By the record that each was, which may have been put aside twice when the consumer was killed in between. */
    private Map<String, ConsumerRecord<String, byte[]>> deadLetters() throws IOException {
        Map<String, ConsumerRecord<String, byte[]>> letters = new HashMap<>();
        for (ConsumerRecord<String, byte[]> letter : topic.all(Topic.WEARABLES_READINGS.dlq())) {
            letters.putIfAbsent(
                    header(letter, "dead-letter-partition") + "@" + header(letter, "dead-letter-offset"), letter);
        }
        return letters;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
