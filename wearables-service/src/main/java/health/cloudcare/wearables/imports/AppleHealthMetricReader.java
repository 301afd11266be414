package health.cloudcare.wearables.imports;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sample for what it is: a member that is an object where a text belongs, or a sample that is no object, is a bad
 * sample among good ones and not a bad body.
 */
final class AppleHealthMetricReader extends StdDeserializer<AppleHealthMetric> {

    private static final long serialVersionUID = 1L;

    AppleHealthMetricReader() {
        super(AppleHealthMetric.class);
    }

    @Override
    public AppleHealthMetric deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode sample = parser.readValueAsTree();
        return new AppleHealthMetric(
                text(sample, "type"),
                sample.get("value"),
                text(sample, "unit"),
                text(sample, "startDate"),
                text(sample, "endDate"),
                text(sample, "sourceApp"),
                sample.get("metadata"),
                sample.has("uuid") ? text(sample, "uuid") : text(sample, "id"));
    }

    private static @Nullable String text(JsonNode sample, String member) {
        JsonNode value = sample.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
