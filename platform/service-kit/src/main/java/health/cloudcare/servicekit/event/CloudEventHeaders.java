package health.cloudcare.servicekit.event;

import java.time.temporal.ChronoUnit;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.correlation.Correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

/** CloudEvents 1.0, Kafka protocol binding, binary content mode. */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    static Headers of(EventMessage message, String source) {
        Headers headers = new RecordHeaders();
        add(headers, ID, message.id().toString());
        add(headers, TYPE, message.type());
        add(headers, SOURCE, source);
        add(headers, SPEC_VERSION, "1.0");
        add(headers, TIME, message.time().truncatedTo(ChronoUnit.MILLIS).toString());
        add(headers, SUBJECT, message.key());
        add(headers, CONTENT_TYPE, "application/json");
        if (message.correlationId() != null) {
            add(headers, Correlation.KAFKA_HEADER, message.correlationId());
        }
        return headers;
    }

    /** The text of a header of a received record. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
