package health.cloudcare.endtoend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.ImportReport.TypeCount;
import health.cloudcare.journey.PatientClient;
import health.cloudcare.testkit.realdata.ExpectedExport;
import health.cloudcare.testkit.realdata.RealExport;
import health.cloudcare.testkit.realdata.RequiresRealExports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Real exports through the gateway against figures that a separate script computed from them. */
@WithSuite
@RequiresRealExports
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealExportsTest {

    /** Both files write their records in this offset. */
    private static final String WRITTEN = "+01:00";

    private static final Set<String> NOT_KEPT = Set.of("HKDataTypeSleepDurationGoal");

    /** Each record of these counts for the days it lasts, by duration. */
    private static final Set<String> AMOUNTS =
            Set.of("steps", "distance", "calories", "basal_calories", "flights_climbed");

    private record Imported(PatientClient patient, ImportReport report) {}

    private final Gateway gateway;
    private final Map<RealExport, Imported> imports = new EnumMap<>(RealExport.class);

    RealExportsTest(Suite suite) {
        gateway = suite.gateway();
    }

    @ParameterizedTest
    @EnumSource
    void everyRecordIsCountedAsWhatItIs(RealExport export) {
        ImportReport report = imported(export).report();
        ExpectedExport expected = export.expected();
        Map<String, TypeCount> types =
                report.types().stream().collect(Collectors.toMap(TypeCount::type, Function.identity()));

        expected.recordTypes().forEach((type, figures) -> {
            TypeCount count = types.get(type);
            assertThat(count).as(type).isNotNull();
            assertThat(count.records()).as(type).isEqualTo(figures.count());
            if (NOT_KEPT.contains(type)) {
                assertThat(count.metric()).as(type).isNull();
                assertThat(count.unmapped()).as(type).isEqualTo(figures.count());
            } else {
                assertThat(count.metric()).as(type).isNotNull();
                assertThat(count.accepted() + count.rejected()).as(type).isEqualTo(figures.count());
            }
        });
        long workouts = expected.workouts().values().stream()
                .mapToLong(ExpectedExport.Workouts::count)
                .sum();
        assertThat(types.get("Workout").unmapped()).isEqualTo(workouts);
        assertThat(report.rejections()).as("refused records").isEmpty();
        assertThat(report.stored()).isEqualTo(report.accepted());
        assertThat(report.duplicates()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void daysAddUpToTheSame(RealExport export) {
        Imported imported = imported(export);
        Map<String, String> metrics = imported.report().types().stream()
                .filter(type -> type.metric() != null)
                .collect(Collectors.toMap(TypeCount::type, type -> String.valueOf(type.metric())));

        export.expected()
                .daily()
                .forEach((type, days) -> days.forEach((date, figures) -> {
                    String metric = metrics.get(type);
                    assertThat(figures)
                            .as("%s on %s is in one unit", type, date)
                            .hasSize(1);
                    ExpectedExport.Day day = figures.getFirst();
                    JsonNode point = Figures.day(imported.patient(), metric, LocalDate.parse(date), WRITTEN);
                    String what = metric + " on " + date;
                    double scale = day.unit().equals("%") ? 100 : 1;
                    assertThat(point.path("count").asLong()).as(what).isEqualTo(day.count());
                    if (AMOUNTS.contains(metric)) {
                        assertFigure(what, point.path("total"), day.sumSplit(), 1);
                    } else {
                        assertFigure(what, point.path("total"), day.sum(), scale);
                        assertFigure(what, point.path("min"), day.min(), scale);
                        assertFigure(what, point.path("max"), day.max(), scale);
                    }
                }));
    }

    /** Theirs are named after the evening, ours after the morning. */
    @Test
    void nightsAddUpToTheSame() {
        PatientClient patient = imported(RealExport.IPHONE_AND_GARMIN).patient();

        RealExport.IPHONE_AND_GARMIN.expected().sleepNights().forEach((evening, night) -> {
            JsonNode point = Figures.day(
                    patient, "sleep_analysis", LocalDate.parse(evening).plusDays(1), WRITTEN);
            assertThat(point.path("time_asleep").asDouble())
                    .as("asleep after " + evening)
                    .isCloseTo(night.asleepUnionH(), within(1e-6));
            assertThat(point.path("time_in_bed").asDouble())
                    .as("in bed after " + evening)
                    .isCloseTo(night.byStage().get("InBed").unionH(), within(1e-6));
        });
    }

    private Imported imported(RealExport export) {
        return imports.computeIfAbsent(export, file -> {
            PatientClient patient = PatientClient.signUp(gateway);
            return new Imported(patient, Imports.completed(patient, file.path()));
        });
    }

    private static void assertFigure(String what, JsonNode actual, BigDecimal expected, double scale) {
        assertThat(actual.asDouble()).as(what).isCloseTo(expected.doubleValue() * scale, within(2e-6));
    }
}
