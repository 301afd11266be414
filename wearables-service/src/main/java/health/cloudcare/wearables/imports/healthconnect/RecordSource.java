package health.cloudcare.wearables.imports.healthconnect;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What wrote a record. Two apps on one phone both count its steps, so the app (the data origin) is a part of the name: they
 * are two sources, merged instant by instant, and do not add up.
 *
 * @param hardware words that tell what sort of device it is
 */
record RecordSource(String name, @Nullable String hardware) {

    /** Device.TYPE_… of Health Connect, by number. */
    private static final List<String> DEVICE_TYPES = List.of(
            "", "watch", "phone", "scale", "ring", "head mounted", "fitness band", "chest strap", "smart display");

    /** @param otherwise the name of what a record says nothing of */
    static RecordSource of(JsonNode record, String otherwise) {
        JsonNode metadata = record.path("metadata");
        JsonNode device = metadata.path("device");
        String origin = origin(metadata.path("dataOrigin"));
        String hardware = joined(text(device, "manufacturer"), text(device, "model"));
        String type = type(device.path("type"));
        String name = hardware.isEmpty() ? Objects.requireNonNullElse(origin, otherwise) : named(hardware, origin);
        String words = joined(type, hardware);
        return new RecordSource(name, words.isEmpty() ? null : words);
    }

    private static String named(String hardware, @Nullable String origin) {
        return origin == null ? hardware : hardware + " (" + origin + ")";
    }

    private static @Nullable String origin(JsonNode origin) {
        return origin.isTextual() ? origin.textValue() : text(origin, "packageName");
    }

    private static String type(JsonNode type) {
        if (type.isTextual()) {
            return type.textValue().toLowerCase(Locale.ROOT);
        }
        int number = type.isIntegralNumber() ? type.asInt() : 0;
        return number > 0 && number < DEVICE_TYPES.size() ? DEVICE_TYPES.get(number) : "";
    }

    private static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isTextual() && !value.textValue().isBlank()
                ? value.textValue().strip()
                : null;
    }

    private static String joined(@Nullable String one, @Nullable String two) {
        return Stream.of(one, two)
                .filter(words -> words != null && !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
