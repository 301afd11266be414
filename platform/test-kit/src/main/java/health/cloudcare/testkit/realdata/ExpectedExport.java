package health.cloudcare.testkit.realdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * An {@code expected-*.json}; the README beside it says what the members mean. Sums are rounded to nine decimals. Days
 * are local dates in each record's own offset; a night is named after its evening (start minus twelve hours).
 *
 * @param recordTypes by HealthKit type
 * @param workouts by activity type
 * @param daily by HealthKit type, then by local date; one entry per unit
 * @param sleepNights by the date of the evening
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpectedExport(
        Map<String, Long> topLevelElements,
        Map<String, Long> sources,
        Counts records,
        Map<String, Type> recordTypes,
        Map<String, Workouts> workouts,
        Map<String, Map<String, List<Day>>> daily,
        Map<String, Night> sleepNights) {

    public record Counts(long count, long distinct) {}

    public record Stats(long count, BigDecimal sum, BigDecimal min, BigDecimal max, BigDecimal avg) {}

    /** @param units how many records have which unit; the empty text stands for none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Type(
            long count,
            long distinct,
            long distinctWithoutUnit,
            Map<String, Long> units,
            Map<String, Stats> allRecordsByUnit,
            Map<String, Stats> distinctByUnit,
            Map<String, Long> valuesAll,
            Map<String, Long> valuesDistinct) {

        public Type {
            // category types have no numbers, quantity types no texts
            allRecordsByUnit = allRecordsByUnit == null ? Map.of() : allRecordsByUnit;
            distinctByUnit = distinctByUnit == null ? Map.of() : distinctByUnit;
            valuesAll = valuesAll == null ? Map.of() : valuesAll;
            valuesDistinct = valuesDistinct == null ? Map.of() : valuesDistinct;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Workouts(long count, long distinct, Map<String, Stats> duration) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Day(String unit, long count, BigDecimal sum, BigDecimal min, BigDecimal max, BigDecimal sumSplit) {}

    /** @param byStage by the end of HealthKit's value: InBed, Asleep, AsleepCore … */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Night(Map<String, Stage> byStage, double asleepUnionH) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stage(long records, double naiveH, double unionH) {}

    static ExpectedExport read(Path file) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try {
            return mapper.readValue(file.toFile(), ExpectedExport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
