package health.cloudcare.wearables.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON that nobody should send, made of the words that the parsers look for. The same seed makes the same. */
final class RandomJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> MEMBERS = List.of(
            "recordType",
            "metadata",
            "device",
            "type",
            "dataOrigin",
            "packageName",
            "time",
            "startTime",
            "endTime",
            "zoneOffset",
            "id",
            "totalSeconds",
            "samples",
            "beatsPerMinute",
            "stages",
            "stage",
            "count",
            "energy",
            "inKilocalories",
            "inMeters",
            "value",
            "unit",
            "weight",
            "baseline",
            "deltas",
            "delta",
            "inCelsius",
            "exerciseType",
            "header",
            "schema_id",
            "namespace",
            "name",
            "body",
            "effective_time_frame",
            "date_time",
            "time_interval",
            "start_date_time",
            "end_date_time",
            "duration",
            "heart_rate",
            "step_count",
            "sleep_duration",
            "activity_name",
            "distance",
            "kcal_burned",
            "descriptive_statistic",
            "startDate",
            "endDate",
            "sourceApp",
            "category",
            "",
            "\u0000");

    private static final List<String> TEXTS = List.of(
            "HeartRateRecord",
            "StepsRecord",
            "SleepSession",
            "BloodPressureRecord",
            "SkinTemperatureRecord",
            "ExerciseSessionRecord",
            "heart-rate",
            "sleep-episode",
            "physical-activity",
            "omh",
            "heartRate",
            "steps",
            "2025-11-19T05:50:00Z",
            "2025-11-19T05:50:00",
            "+05:30",
            "2025-13-19T05:50:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "h",
            "min",
            "kg",
            "bpm",
            "%",
            "NaN",
            "1e999",
            "",
            " ",
            "\ud800",
            "\udc00x",
            "\u0000",
            "x".repeat(3_000));

    private static final List<Double> NUMBERS =
            List.of(0.0, -0.0, 1.0, 62.0, -1.0, 1e308, 4.9e-324, 1e15, -1e15, 2.5, 86_400_000.0, Double.MAX_VALUE);

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** The tree with some of its nodes replaced, repeated or removed. */
    JsonNode mutated(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutate(copy);
        }
        return copy;
    }

    private void mutate(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.set(index, node(3));
                case 1 -> array.insert(index, array.get(index).deepCopy());
                default -> array.remove(index);
            }
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.set(name, node(3));
                case 1 -> object.set(one(MEMBERS), object.get(name).deepCopy());
                default -> object.remove(name);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    JsonNode node(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(one(NUMBERS));
            case 3 -> NODES.numberNode(random.nextLong());
            case 4, 5 -> NODES.textNode(one(TEXTS));
            case 6 -> array(depth);
            default -> object(depth);
        };
    }

    private JsonNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(node(depth - 1));
        }
        return array;
    }

    private JsonNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(8); i > 0; i--) {
            object.set(one(MEMBERS), node(depth - 1));
        }
        return object;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
