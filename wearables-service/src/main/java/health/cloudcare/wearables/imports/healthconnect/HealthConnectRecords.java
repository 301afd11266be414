package health.cloudcare.wearables.imports.healthconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.metric.WorkoutKind;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.sync.IndexedRecord;

/** What the records of a body measure. Each record is read for itself, so that a bad one costs no other. */
public final class HealthConnectRecords {

    private static final String SUFFIX = "Record";

    private final String deviceId;
    private final String sender;
    private final List<IndexedRecord> found = new ArrayList<>();

    private HealthConnectRecords(String deviceId, String sender) {
        this.deviceId = deviceId;
        this.sender = sender;
    }

    /**
     * @param deviceId the registered device the upload came through, or empty
     * @param sender names the source of records that tell of none
     */
    public static List<IndexedRecord> read(JsonNode records, String deviceId, String sender) {
        HealthConnectRecords all = new HealthConnectRecords(deviceId, sender);
        int index = 0;
        for (JsonNode record : records) {
            all.read(index++, record);
        }
        return all.found;
    }

    private void read(int index, JsonNode record) {
        JsonNode type = record.path("recordType");
        if (!type.isTextual() || type.textValue().isBlank()) {
            found.add(IndexedRecord.refused(
                    index, null, RejectionReason.MALFORMED, "the record is not an object with a recordType"));
            return;
        }
        String name = type.textValue().strip();
        String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        new One(index, name, record, RecordSource.of(record, sender)).read(bare);
    }

    /** One record on its way to what it measures. */
    private final class One {
        private final int index;
        private final String name;
        private final JsonNode record;
        private final RecordSource source;
        private final RecordTimes times;
        private final @Nullable String id;

        One(int index, String name, JsonNode record, RecordSource source) {
            this.index = index;
            this.name = name;
            this.record = record;
            this.source = source;
            this.times = RecordTimes.of(record);
            this.id = record.path("metadata").path("id").asText(null);
        }

        void read(String bare) {
            switch (bare) {
                case "HeartRate" -> heartRates();
                case "SkinTemperature" -> skinTemperatures();
                case "BloodPressure" -> bloodPressure();
                case "SleepSession" -> sleep();
                case "ExerciseSession" -> interval(exercise());
                case "MindfulnessSession" -> interval(MetricType.MINDFUL_MINUTES);
                default -> RecordType.named(bare).ifPresentOrElse(this::simple, this::unmapped);
            }
        }

        private void simple(RecordType type) {
            add(name, type.metric(), Quantity.of(record.get(type.member()), type.unit()), null, times);
        }

        private void unmapped() {
            found.add(IndexedRecord.unmapped(index, name));
        }

        private void refused(RejectionReason reason, String message) {
            found.add(IndexedRecord.refused(index, name, reason, message));
        }

        private void heartRates() {
            for (JsonNode sample : partsOf("samples")) {
                add(
                        name,
                        MetricType.HEART_RATE,
                        Quantity.of(sample.get("beatsPerMinute"), "bpm"),
                        null,
                        RecordTimes.within(record, sample));
            }
        }

        /** Deltas are differences to the baseline of the record. */
        private void skinTemperatures() {
            for (JsonNode delta : partsOf("deltas")) {
                Optional<Double> sum = SkinTemperature.celsius(record.path("baseline"), delta.path("delta"));
                if (sum.isPresent()) {
                    Quantity absolute = new Quantity(Double.toString(sum.get()), "degC");
                    add(name, MetricType.SKIN_TEMPERATURE, absolute, null, RecordTimes.within(record, delta));
                } else {
                    refused(RejectionReason.MALFORMED, "a difference of temperatures without a baseline or a value");
                }
            }
        }

        private void bloodPressure() {
            add(
                    name + ".systolic",
                    MetricType.BLOOD_PRESSURE_SYSTOLIC,
                    Quantity.of(record.get("systolic"), null),
                    null,
                    times);
            add(
                    name + ".diastolic",
                    MetricType.BLOOD_PRESSURE_DIASTOLIC,
                    Quantity.of(record.get("diastolic"), null),
                    null,
                    times);
        }

        /** Stages tell what the session was; without any it was sleep of no known stage. */
        private void sleep() {
            JsonNode stages = record.path("stages");
            if (!stages.isArray() || stages.isEmpty()) {
                stage(SleepStages.ASLEEP, times);
                return;
            }
            for (JsonNode stage : stages) {
                SleepStages.category(stage.path("stage"))
                        .ifPresentOrElse(
                                category -> stage(category, RecordTimes.within(record, stage)),
                                () -> refused(RejectionReason.MALFORMED, "the stage of sleep is not known"));
            }
        }

        private void stage(String category, RecordTimes when) {
            if (category.equals(SleepStages.OUT_OF_BED)) {
                unmapped();
            } else if (when.isInterval()) {
                add(name, MetricType.SLEEP, new Quantity(null, null), category, when);
            } else {
                refused(RejectionReason.TIME_MALFORMED, "the session has no start or no end");
            }
        }

        private MetricType exercise() {
            return ExerciseTypes.kind(record.path("exerciseType"))
                    .metric(WorkoutKind.Figure.TIME)
                    .orElseThrow();
        }

        private void interval(MetricType metric) {
            if (times.isInterval()) {
                add(name, metric, new Quantity(null, null), null, times);
            } else {
                refused(RejectionReason.TIME_MALFORMED, "the session has no start or no end");
            }
        }

        private Iterable<JsonNode> partsOf(String member) {
            JsonNode parts = record.path(member);
            if (!parts.isArray() || parts.isEmpty()) {
                refused(RejectionReason.MALFORMED, "the record has no " + member);
                return List.of();
            }
            return parts;
        }

        private void add(
                String type, MetricType metric, Quantity quantity, @Nullable String category, RecordTimes when) {
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
                                    source.name(),
                                    source.hardware(),
                                    deviceId)
                            .ofRecord(id)));
        }
    }
}
