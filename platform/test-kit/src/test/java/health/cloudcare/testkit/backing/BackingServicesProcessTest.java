package health.cloudcare.testkit.backing;

import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.project.ProjectRoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class BackingServicesProcessTest {

    @BeforeAll
    static void needsTheLocalStack() {
        assumeTrue(
                Files.isDirectory(ProjectRoot.find().resolve("platform/local-stack/target/lib")),
                "SKIPPED: platform/local-stack is not built yet");
    }

    @Test
    void startsOnceWhateverIsAskedForFirst() {
        Map<String, String> first = BackingServicesProcess.shared(BackingService.KAFKA);

        assertThat(BackingServicesProcess.shared(BackingService.KAFKA))
                .containsEntry("CLOUDCARE_KAFKA_BOOTSTRAP", first.get("CLOUDCARE_KAFKA_BOOTSTRAP"));
    }

    @Test
    void carriesRecordsThroughARealBroker() {
        String key = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender();
                KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            sender.send(Topic.ACCOUNT.topicName(), key, "{}", Map.of("ce_type", "account.registered"));

            var received = records.await(KafkaRecords.withKey(key).and(KafkaRecords.withType("account.registered")));

            assertThat(KafkaRecords.text(received)).isEqualTo("{}");
        }
    }
}
