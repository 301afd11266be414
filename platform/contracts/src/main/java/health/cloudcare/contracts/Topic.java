package health.cloudcare.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every Kafka topic of the platform, one per domain. A breaking change of a schema is a new topic with the next version. */
public enum Topic {
    ACCOUNT("cloudcare.account.v1"),
    PATIENT("cloudcare.patient.v1"),
    CONSENT("cloudcare.consent.v1"),
    CONNECTION("cloudcare.connection.v1"),
    ACCESS("cloudcare.access.v1"),
    /** The newest entry of each patient's access log, signed; apart from the log that it vouches for. */
    ACCESS_HEAD("cloudcare.access-head.v1"),
    DOCTOR("cloudcare.doctor.v1"),
    HOSPITAL("cloudcare.hospital.v1"),
    APPOINTMENT("cloudcare.appointment.v1"),
    DOCUMENT("cloudcare.document.v1"),
    /** The ingest topic: its partitions are the parallelism of everything behind it. */
    WEARABLES_READINGS("cloudcare.wearables.readings.v1", 12),
    WEARABLES("cloudcare.wearables.v1"),
    NOTIFICATION("cloudcare.notification.v1");

    private static final int DEFAULT_PARTITIONS = 3;

    private final String topicName;
    private final int partitions;

    Topic(String topicName) {
        this(topicName, DEFAULT_PARTITIONS);
    }

    Topic(String topicName, int partitions) {
        this.topicName = topicName;
        this.partitions = partitions;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /**
     * Whether Kafka may keep only the newest record of a key. Elsewhere the keys name an aggregate (a patient), and
     * compacting by it would drop all but the last of its events.
     */
    public boolean compacted() {
        return this == ACCESS_HEAD;
    }

    /** Whether nothing of it may go with time: who may see what is read from its beginning. */
    public boolean keptForever() {
        return this == CONSENT;
    }

    /** Where consumers put what they could not process, with the cause in headers. */
    public String dlq() {
        return topicName + ".dlq";
    }

    /** Everything to create on a broker: the topics and their dead-letter topics. */
    public static List<Definition> definitions() {
        return Arrays.stream(values())
                .flatMap(topic -> Stream.of(
                        new Definition(topic.topicName, topic.partitions, topic.compacted(), topic.keptForever()),
                        new Definition(topic.dlq(), 1, false, false)))
                .toList();
    }

    /** A topic to create on a broker. */
    public record Definition(String name, int partitions, boolean compacted, boolean keptForever) {}
}
