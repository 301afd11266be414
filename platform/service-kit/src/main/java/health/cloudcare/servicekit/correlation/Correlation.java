package health.cloudcare.servicekit.correlation;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;

/**
 * The id of the request being served, kept in the logging context so that every line of its log carries it. In Quarkus
 * that context belongs to the request and follows it from thread to thread.
 */
public final class Correlation {

    public static final String HTTP_HEADER = "X-Request-Id";
    public static final String KAFKA_HEADER = "ce_correlationid";
    public static final String MDC_KEY = "correlation_id";

    /** Narrow, as it is written into logs and headers verbatim. */
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Correlation() {}

    public static @Nullable String current() {
        return MDC.get(MDC_KEY) instanceof String id ? id : null;
    }

    /** Takes over the id that came along, when it is one we would write into a log; makes one otherwise. */
    public static String adopt(@Nullable String offered, Instant now) {
        String id = offered != null && ACCEPTABLE.matcher(offered).matches()
                ? offered
                : UuidV7.at(now).toString();
        MDC.put(MDC_KEY, id);
        return id;
    }
}
