package health.cloudcare.wearables.imports.openmhealth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.metric.WorkoutKind;
import health.cloudcare.wearables.metric.WorkoutKind.Figure;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.sync.IndexedRecord;

/** What data points measure. Each is read for itself, so that a bad one costs no other. */
public final class DataPoints {

    private static final String NAMESPACE = "omh";

    /** A maximum or a standard deviation is a figure about readings and no reading. */
    private static final Set<String> READINGS = Set.of("average", "median", "sum", "count");

    private final List<IndexedRecord> found = new ArrayList<>();

    private DataPoints() {}

    /** @param points one data point, or an array of them */
    public static List<IndexedRecord> read(JsonNode points) {
        DataPoints all = new DataPoints();
        if (!points.isArray()) {
            all.read(0, points);
            return all.found;
        }
        int index = 0;
        for (JsonNode point : points) {
            all.read(index++, point);
        }
        return all.found;
    }

    private void read(int index, JsonNode point) {
        JsonNode schema = point.path("header").path("schema_id");
        String name = schema.path("name").asText("").strip();
        if (name.isEmpty() || !point.path("body").isObject()) {
            found.add(IndexedRecord.refused(
                    index,
                    name.isEmpty() ? null : name,
                    RejectionReason.MALFORMED,
                    "the data point has no header.schema_id.name or no body"));
            return;
        }
        String namespace = schema.path("namespace").asText(NAMESPACE);
        if (namespace.equals(NAMESPACE)) {
            new One(index, name, point.path("body"), source(point), id(point)).read();
        } else {
            found.add(IndexedRecord.unmapped(index, namespace + ":" + name));
        }
    }

    private static String source(JsonNode point) {
        return point.path("header")
                .path("acquisition_provenance")
                .path("source_name")
                .asText("");
    }

    private static @Nullable String id(JsonNode point) {
        return point.path("header").path("id").asText(null);
    }

    /** One data point on its way to what it measures. */
    private final class One {
        private final int index;
        private final String name;
        private final JsonNode body;
        private final String source;
        private final TimeFrame time;
        private final @Nullable String id;

        One(int index, String name, JsonNode body, String source, @Nullable String id) {
            this.index = index;
            this.name = name;
            this.body = body;
            this.source = source;
            this.time = TimeFrame.of(body);
            this.id = id;
        }

        void read() {
            if (!READINGS.contains(body.path("descriptive_statistic").asText("average"))) {
                refused(RejectionReason.MALFORMED, "the data point is a statistic that is no reading");
                return;
            }
            switch (name) {
                case "blood-pressure" -> bloodPressure();
                case "sleep-episode" -> sleep("total_sleep_time", true);
                case "sleep-duration" -> sleep("sleep_duration", false);
                case "physical-activity" -> physicalActivity();
                default -> Schema.named(name).ifPresentOrElse(this::simple, this::unmapped);
            }
        }

        private void simple(Schema schema) {
            add(name, schema.metric(), UnitValue.of(body.path(schema.member()), schema.unit()), null, time);
        }

        private void unmapped() {
            found.add(IndexedRecord.unmapped(index, name));
        }

        private void refused(RejectionReason reason, String message) {
            found.add(IndexedRecord.refused(index, name, reason, message));
        }

        private void bloodPressure() {
            add(
                    name + ".systolic",
                    MetricType.BLOOD_PRESSURE_SYSTOLIC,
                    UnitValue.of(body.path("systolic_blood_pressure"), null),
                    null,
                    time);
            add(
                    name + ".diastolic",
                    MetricType.BLOOD_PRESSURE_DIASTOLIC,
                    UnitValue.of(body.path("diastolic_blood_pressure"), null),
                    null,
                    time);
        }

        /** Of sleep it is told when and how long, not which part: the time asleep is laid to end with the whole. */
        private void sleep(String member, boolean inBed) {
            if (!time.isInterval()) {
                refused(RejectionReason.TIME_MALFORMED, "sleep has no start or no end");
                return;
            }
            JsonNode duration = body.path(member);
            Long millis = UnitValue.millis(duration);
            if (millis == null && !(inBed && duration.isMissingNode())) {
                refused(RejectionReason.NOT_A_NUMBER, "the duration of sleep is not one");
                return;
            }
            if (inBed) {
                add(name, MetricType.SLEEP, UnitValue.NONE, "inBed", time);
            }
            add(name, MetricType.SLEEP, UnitValue.NONE, "asleep", millis == null ? time : time.last(millis));
        }

        private void physicalActivity() {
            if (!time.isInterval()) {
                refused(RejectionReason.TIME_MALFORMED, "the activity has no start or no end");
                return;
            }
            WorkoutKind kind = WorkoutKind.named(body.path("activity_name").asText(""));
            figure(kind, Figure.TIME, UnitValue.NONE);
            if (body.has("distance")) {
                figure(kind, Figure.DISTANCE, UnitValue.of(body.path("distance"), null));
            }
            if (body.has("kcal_burned")) {
                figure(kind, Figure.ENERGY, UnitValue.of(body.path("kcal_burned"), null));
            }
        }

        private void figure(WorkoutKind kind, Figure figure, UnitValue value) {
            kind.metric(figure).ifPresentOrElse(metric -> add(name, metric, value, null, time), this::unmapped);
        }

        private void add(
                String type, MetricType metric, UnitValue quantity, @Nullable String category, TimeFrame when) {
            found.add(new IndexedRecord.Measured(
                    index,
                    type,
                    new RawRecord(
                                    metric.code(),
                                    quantity.value(),
                                    category,
                                    quantity.unit(),
                                    when.start(),
                                    when.end(),
                                    source,
                                    null,
                                    "")
                            .ofRecord(id)));
        }
    }
}
