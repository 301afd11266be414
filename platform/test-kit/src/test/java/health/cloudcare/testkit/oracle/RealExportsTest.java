package health.cloudcare.testkit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import health.cloudcare.testkit.realdata.ExpectedExport;
import health.cloudcare.testkit.realdata.RealExport;
import health.cloudcare.testkit.realdata.RequiresRealExports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The oracle against figures that a separate script computed from real exports. */
@RequiresRealExports
class RealExportsTest {

    /** Both files write their records in this offset. */
    private static final ZoneId WRITTEN = ZoneOffset.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void countsAndTotalsOfEveryTypeAgree(RealExport export) {
        ExpectedExport expected = export.expected();
        ExportOracle oracle = ExportOracle.of(export.path());

        assertThat(oracle.scan().elements()).isEqualTo(expected.topLevelElements());
        assertThat(oracle.types()).isEqualTo(expected.recordTypes().keySet());
        expected.recordTypes().forEach((type, figures) -> {
            assertThat(oracle.count(type)).as(type).isEqualTo(figures.count());
            assertThat(oracle.distinctCount(type)).as(type).isEqualTo(figures.distinct());
            assertAgree(type, oracle.totals(type), figures.allRecordsByUnit());
            assertAgree(type, oracle.distinctTotals(type), figures.distinctByUnit());
            if (!figures.valuesAll().isEmpty()) {
                assertThat(oracle.categoryValues(type)).isEqualTo(figures.valuesAll());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void daysAgree(RealExport export) {
        ExportOracle oracle = ExportOracle.of(export.path());

        export.expected()
                .daily()
                .forEach((type, days) -> days.forEach((date, figures) -> figures.forEach(day -> {
                    LocalDate local = LocalDate.parse(date);
                    Totals totals = oracle.dailyInOwnOffset(type, day.unit()).get(local);
                    assertThat(totals.count()).as(type + date).isEqualTo(day.count());
                    assertRounded(type + date, totals.sum(), day.sum());
                    assertRounded(type + date, totals.min(), day.min());
                    assertRounded(type + date, totals.max(), day.max());
                    assertThat(oracle.dailySplit(type, day.unit(), WRITTEN).get(local))
                            .as(type + date)
                            .isCloseTo(day.sumSplit().doubleValue(), within(1e-6));
                })));
    }

    @ParameterizedTest
    @EnumSource
    void nightsAgree(RealExport export) {
        var nights = ExportOracle.of(export.path()).nights(WRITTEN);

        export.expected().sleepNights().forEach((evening, figures) -> {
            // theirs are named after the evening, ours after the morning
            Night night = nights.get(LocalDate.parse(evening).plusDays(1));
            assertThat(night.asleep()).isCloseTo(figures.asleepUnionH(), within(1e-6));
            assertThat(night.inBed()).isCloseTo(figures.byStage().get("InBed").unionH(), within(1e-6));
        });
    }

    @ParameterizedTest
    @EnumSource
    void workoutsAgree(RealExport export) {
        ExportOracle oracle = ExportOracle.of(export.path());

        export.expected().workouts().forEach((activity, figures) -> assertThat(oracle.distinctWorkouts())
                .filteredOn(workout -> workout.activity().equals(activity))
                .hasSize((int) figures.distinct()));
    }

    @Test
    void mergingChangesNothingWhereSourcesNeverOverlap() {
        ExportOracle oracle = ExportOracle.of(RealExport.IPHONE_AND_GARMIN.path());
        String steps = "HKQuantityTypeIdentifierStepCount";

        assertThat(oracle.mergedDaily(steps, "count", WRITTEN).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(691_921, within(1e-6));
    }

    private static void assertAgree(
            String type, Map<String, Totals> actual, Map<String, ExpectedExport.Stats> expected) {
        assertThat(actual.keySet()).as(type).isEqualTo(expected.keySet());
        expected.forEach((unit, stats) -> {
            Totals totals = actual.get(unit);
            assertThat(totals.count()).as(type).isEqualTo(stats.count());
            assertRounded(type, totals.sum(), stats.sum());
            assertRounded(type, totals.min(), stats.min());
            assertRounded(type, totals.max(), stats.max());
        });
    }

    private static void assertRounded(String what, BigDecimal exact, BigDecimal rounded) {
        assertThat(exact.setScale(9, RoundingMode.HALF_EVEN)).as(what).isEqualByComparingTo(rounded);
    }
}
