package health.cloudcare.testkit.backing;

import java.util.List;
import java.util.Locale;

/** A backing service and the environment variables that carry its address; the first one decides whether it is there. */
public enum BackingService {
    POSTGRES("CLOUDCARE_POSTGRES_URL", "CLOUDCARE_POSTGRES_USER", "CLOUDCARE_POSTGRES_PASSWORD"),
    KAFKA("CLOUDCARE_KAFKA_BOOTSTRAP"),
    MONGO("CLOUDCARE_MONGODB_URI"),
    REDIS("CLOUDCARE_REDIS_URL"),
    S3("CLOUDCARE_S3_URL", "CLOUDCARE_S3_ACCESS_KEY", "CLOUDCARE_S3_SECRET_KEY"),
    SMTP("CLOUDCARE_SMTP_URL");

    private final List<String> variables;

    BackingService(String... variables) {
        this.variables = List.of(variables);
    }

    String addressVariable() {
        return variables.getFirst();
    }

    List<String> variables() {
        return variables;
    }

    /** Its name on the command line of the local stack. */
    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
