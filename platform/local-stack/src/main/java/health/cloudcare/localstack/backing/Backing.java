package health.cloudcare.localstack.backing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The backing services by the names used on the command line, with their place behind the base port. */
public enum Backing {
    POSTGRES(20, "PostgreSQL", "CLOUDCARE_POSTGRES_URL"),
    KAFKA(21, "Kafka broker", "CLOUDCARE_KAFKA_BOOTSTRAP"),
    MONGO(23, "MongoDB (mongo-java-server)", "CLOUDCARE_MONGODB_URI"),
    REDIS(24, "Redis", "CLOUDCARE_REDIS_URL"),
    S3(25, "S3 (S3Proxy)", "CLOUDCARE_S3_URL"),
    SMTP(26, "SMTP (GreenMail)", "CLOUDCARE_SMTP_URL");

    /** The broker's second port; it has no client besides the broker itself. */
    public static final int KAFKA_CONTROLLER_OFFSET = 22;

    private final int offset;
    private final String title;
    private final String variable;

    Backing(int offset, String title, String variable) {
        this.offset = offset;
        this.title = title;
        this.variable = variable;
    }

    /** Distance from the base port. */
    public int offset() {
        return offset;
    }

    public String title() {
        return title;
    }

    /** The environment variable that names the service's address to clients, and that replaces the embedded one when set. */
    public String variable() {
        return variable;
    }

    /** What clients connect to when the embedded service listens on the port. */
    public String address(int port) {
        String place = BackingSettings.HOST + ":" + port;
        return switch (this) {
            case POSTGRES -> "postgresql://" + place;
            case KAFKA -> place;
            case MONGO -> "mongodb://" + place;
            case REDIS -> "redis://" + place;
            case S3 -> "http://" + place;
            case SMTP -> "smtp://" + place;
        };
    }

    /** The name on the command line and of directories and log files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses {@code postgres,kafka}; the order and repetitions do not matter. */
    public static List<Backing> parse(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Backing::named)
                .distinct()
                .sorted()
                .toList();
    }

    private static Backing named(String name) {
        return Arrays.stream(values())
                .filter(backing -> backing.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown service '" + name + "', known are "
                        + Arrays.stream(values()).map(Backing::id).collect(Collectors.joining(", "))));
    }
}
