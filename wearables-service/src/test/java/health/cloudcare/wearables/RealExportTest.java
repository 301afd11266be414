package health.cloudcare.wearables;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.realdata.ExpectedExport;
import health.cloudcare.testkit.realdata.RealExport;
import health.cloudcare.testkit.realdata.RequiresRealExports;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricNames;
import health.cloudcare.wearables.metric.MetricType;

import static health.cloudcare.wearables.AggregatedFigures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Real people's exports against totals that a separate script computed from them. */
@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
@RequiresRealExports
class RealExportTest {
    private static final String FIXED_OFFSET = "+01:00";

    @Inject
    StoredReadings stored;

    @Test
    void thePhoneAndGarminExportComesToTheExpectedTotals() throws Exception {
        AggregatedFigures figures = new AggregatedFigures();
        ExpectedExport expected = RealExport.IPHONE_AND_GARMIN.expected();

        Map<String, Object> report = figures.imported(RealExport.IPHONE_AND_GARMIN.path());

        everyTypeIsAccountedFor(report, expected);
        rawTotals(figures, expected);
        dailyTotals(figures, expected);
        nights(figures, expected);
    }

    @Test
    void theWatchExportComesToTheExpectedTotals() throws Exception {
        AggregatedFigures figures = new AggregatedFigures();
        ExpectedExport expected = RealExport.WATCH_WORKOUTS.expected();

        Map<String, Object> report = figures.imported(RealExport.WATCH_WORKOUTS.path());

        everyTypeIsAccountedFor(report, expected);
        rawTotals(figures, expected);
        dailyTotals(figures, expected);
    }

    @SuppressWarnings("unchecked")
    private static void everyTypeIsAccountedFor(Map<String, Object> report, ExpectedExport expected) {
        List<Map<String, Object>> types = (List<Map<String, Object>>) report.get("types");
        SoftAssertions soft = new SoftAssertions();
        expected.recordTypes().forEach((type, counts) -> {
            Map<String, Object> told = types.stream()
                    .filter(entry -> entry.get("type").equals(type))
                    .findFirst()
                    .orElse(Map.of("records", -1));
            soft.assertThat(((Number) told.get("records")).longValue()).as(type).isEqualTo(counts.count());
            boolean mapped = MetricNames.find(type).isPresent();
            soft.assertThat(told.get(mapped ? "accepted" : "unmapped")).as(type).isEqualTo((int) counts.count());
        });
        long workouts = expected.topLevelElements().getOrDefault("Workout", 0L);
        soft.assertThat(types).anySatisfy(entry -> {
            assertThat(entry.get("type")).isEqualTo("Workout");
            assertThat(((Number) entry.get("unmapped")).longValue()).isEqualTo(workouts);
        });
        soft.assertThat(report.get("rejected")).isEqualTo(0);
        soft.assertAll();
    }

    /** Every reading as stored, sources not merged. */
    private void rawTotals(AggregatedFigures figures, ExpectedExport expected) {
        SoftAssertions soft = new SoftAssertions();
        expected.recordTypes().forEach((type, counts) -> MetricNames.find(type).ifPresent(metric -> {
            StoredReadings.Totals totals = stored.totals(figures.patient(), metric);
            soft.assertThat(totals.count()).as(type).isEqualTo(counts.distinct());
            if (metric.aggregation() != Aggregation.SLEEP) {
                counts.distinctByUnit().forEach((unit, stats) -> {
                    double factor = factor(unit);
                    soft.assertThat(totals.sum())
                            .as("sum of " + type)
                            .isCloseTo(stats.sum().doubleValue() * factor, within(1e-6 * Math.max(1, totals.sum())));
                    soft.assertThat(totals.min())
                            .as("min of " + type)
                            .isCloseTo(stats.min().doubleValue() * factor, within(1e-9));
                    soft.assertThat(totals.max())
                            .as("max of " + type)
                            .isCloseTo(stats.max().doubleValue() * factor, within(1e-9));
                });
            }
        }));
        soft.assertAll();
    }

    private static void dailyTotals(AggregatedFigures figures, ExpectedExport expected) {
        SoftAssertions soft = new SoftAssertions();
        expected.daily().forEach((type, days) -> {
            MetricType metric = MetricNames.find(type).orElseThrow();
            days.forEach((date, perUnit) -> {
                LocalDate day = LocalDate.parse(date);
                ExpectedExport.Day figure = perUnit.getFirst();
                Map<String, Object> point =
                        figures.daily(metric.code(), day, day, FIXED_OFFSET).get(date);
                boolean amount = metric.aggregation() == Aggregation.CUMULATIVE;
                double sum = (amount ? figure.sumSplit() : figure.sum()).doubleValue() * factor(figure.unit());
                soft.assertThat(number(point, "total"))
                        .as("%s on %s", type, date)
                        .isCloseTo(sum, within(2e-6));
                soft.assertThat(number(point, "count"))
                        .as("%s on %s", type, date)
                        .isEqualTo(figure.count());
                soft.assertThat(number(point, "min"))
                        .isCloseTo(figure.min().doubleValue() * factor(figure.unit()), within(2e-6));
                soft.assertThat(number(point, "max"))
                        .isCloseTo(figure.max().doubleValue() * factor(figure.unit()), within(2e-6));
            });
        });
        soft.assertAll();
    }

    /** The expected nights bear the date of their evening, ours that of their morning. */
    private static void nights(AggregatedFigures figures, ExpectedExport expected) {
        SoftAssertions soft = new SoftAssertions();
        expected.sleepNights().forEach((evening, night) -> {
            LocalDate morning = LocalDate.parse(evening).plusDays(1);
            SortedMap<String, Map<String, Object>> points =
                    figures.daily(MetricType.SLEEP.code(), morning, morning, FIXED_OFFSET);
            Map<String, Object> point = points.get(morning.toString());
            soft.assertThat(point).as("night of %s", evening).isNotNull();
            if (point != null) {
                soft.assertThat(number(point, "total"))
                        .as("asleep, night of %s", evening)
                        .isCloseTo(night.asleepUnionH(), within(1e-5));
                soft.assertThat(number(point, "time_in_bed"))
                        .as("in bed, night of %s", evening)
                        .isCloseTo(night.byStage().get("InBed").unionH(), within(1e-5));
            }
        });
        soft.assertAll();
    }

    /** Apple writes percentages as fractions. */
    private static double factor(String unit) {
        return unit.equals("%") ? 100 : 1;
    }
}
