package health.cloudcare.localstack.backing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real Apache Kafka: one node that is its own KRaft controller, with the platform's topics. */
final class KafkaBroker implements BackingService {
    private final BackingSettings settings;
    private @Nullable KafkaRaftServer server;

    KafkaBroker(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() throws Exception {
        Path directory =
                Files.createDirectories(settings.directory(Backing.KAFKA)).toAbsolutePath();
        int port = settings.ports().of(Backing.KAFKA);
        Map<String, String> configuration =
                configuration(directory, port, settings.ports().at(Backing.KAFKA_CONTROLLER_OFFSET));
        if (!Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            format(directory, configuration);
        }
        var properties = new Properties();
        properties.putAll(configuration);
        server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        String bootstrap = Backing.KAFKA.address(port);
        new KafkaTopics(bootstrap).create();
        return Map.of(Backing.KAFKA.variable(), bootstrap);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static Map<String, String> configuration(Path directory, int port, int controllerPort) {
        String host = BackingSettings.HOST;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + host + ":" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + host + ":" + port + ",CONTROLLER://" + host + ":" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://" + host + ":" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("log").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "10"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                // the default of 128 MB would be most of a small heap
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                // a restarted broker may register again once its killed predecessor counts as gone
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"));
    }

    private static void format(Path directory, Map<String, String> configuration) throws IOException {
        Path file = directory.resolve("server.properties");
        Files.writeString(
                file,
                configuration.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
        var output = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("Kafka could not format its storage: " + output.toString(StandardCharsets.UTF_8));
        }
    }
}
