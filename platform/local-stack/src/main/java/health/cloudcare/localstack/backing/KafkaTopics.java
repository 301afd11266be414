package health.cloudcare.localstack.backing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import health.cloudcare.contracts.Topic;

/** The platform's topics on a broker, created where missing. */
record KafkaTopics(String bootstrap) {
    void create() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Topic.definitions().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(KafkaTopics::newTopic)
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }

    private static NewTopic newTopic(Topic.Definition topic) {
        String cleanup = topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        var configs = new HashMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup));
        if (topic.compacted()) {
            // an older record of a key shows for so long that somebody set its subject back
            configs.put(
                    TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofDays(30).toMillis()));
        }
        if (topic.keptForever()) {
            configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        }
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(configs);
    }
}
