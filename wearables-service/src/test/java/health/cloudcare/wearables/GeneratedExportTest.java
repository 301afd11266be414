package health.cloudcare.wearables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import health.cloudcare.testkit.appleexport.AppleDevice;
import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.oracle.ExportOracle;
import health.cloudcare.testkit.oracle.Night;
import health.cloudcare.testkit.oracle.Totals;

import static health.cloudcare.wearables.AggregatedFigures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A generated export through the whole service, against a plain scan of the same file. */
@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class GeneratedExportTest {
    private static final Offset<Double> EXACT = within(2e-6);
    private static final String QUANTITY = "HKQuantityTypeIdentifier";
    private static final LocalDate LAST = LocalDate.of(2025, 11, 5);

    @TempDir
    Path folder;

    @Test
    void everyDayOfEveryZoneEqualsAPlainScanOfTheFile() throws Exception {
        Path export = new AppleExportGenerator(ExportProfile.thirtyDays()
                        .seed(11)
                        .lastDay(LAST)
                        .devices(EnumSet.allOf(AppleDevice.class))
                        .build())
                .write(folder.resolve("export.xml.gz"));
        ExportOracle oracle = ExportOracle.of(export);
        AggregatedFigures figures = new AggregatedFigures();

        figures.imported(export);

        for (String zone :
                List.of("Asia/Kolkata", "Europe/Paris", "+01:00", "America/St_Johns", "Australia/Lord_Howe")) {
            amounts(figures, oracle, "StepCount", "count", "steps", zone);
            amounts(figures, oracle, "DistanceWalkingRunning", "km", "distance", zone);
            amounts(figures, oracle, "ActiveEnergyBurned", "kcal", "calories", zone);
            amounts(figures, oracle, "FlightsClimbed", "count", "flights_climbed", zone);
            levels(figures, oracle, "HeartRate", "count/min", "heart_rate", 1, zone);
            levels(figures, oracle, "RestingHeartRate", "count/min", "resting_heart_rate", 1, zone);
            levels(figures, oracle, "HeartRateVariabilitySDNN", "ms", "hrv", 1, zone);
            levels(figures, oracle, "OxygenSaturation", "%", "oxygen_level", 100, zone);
            levels(figures, oracle, "RespiratoryRate", "count/min", "respiratory_rate", 1, zone);
        }
        nights(figures, oracle, "Asia/Kolkata");
    }

    private static void amounts(
            AggregatedFigures figures, ExportOracle oracle, String type, String unit, String metric, String zone) {
        var expected = oracle.mergedDaily(QUANTITY + type, unit, ZoneId.of(zone));
        assertThat(expected).as(type + " in the file").isNotEmpty();
        var points = figures.daily(metric, expected.firstKey(), expected.lastKey(), zone);

        expected.forEach((day, total) -> assertThat(number(points.get(day.toString()), "total"))
                .as("%s on %s in %s", metric, day, zone)
                .isCloseTo(total, EXACT));
        double all = points.values().stream()
                .mapToDouble(point -> number(point, "total"))
                .sum();
        assertThat(all)
                .as("no day more than the scan's")
                .isCloseTo(
                        expected.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        within(1e-3));
    }

    private static void levels(
            AggregatedFigures figures,
            ExportOracle oracle,
            String type,
            String unit,
            String metric,
            double factor,
            String zone) {
        Map<LocalDate, Totals> expected = oracle.daily(QUANTITY + type, unit, ZoneId.of(zone));
        assertThat(expected).as(type + " in the file").isNotEmpty();
        LocalDate first = expected.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = expected.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        var points = figures.daily(metric, first, last, zone);

        assertThat(points.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        expected.keySet().stream().map(LocalDate::toString).toList());
        expected.forEach((day, totals) -> {
            Map<String, Object> point = points.get(day.toString());
            assertThat(number(point, "count"))
                    .as("count of %s on %s", metric, day)
                    .isEqualTo(totals.count());
            assertThat(number(point, "total")).isCloseTo(totals.sum().doubleValue() * factor, within(1e-5));
            assertThat(number(point, "min")).isCloseTo(totals.min().doubleValue() * factor, EXACT);
            assertThat(number(point, "max")).isCloseTo(totals.max().doubleValue() * factor, EXACT);
        });
    }

    private static void nights(AggregatedFigures figures, ExportOracle oracle, String zone) {
        var expected = oracle.nights(ZoneId.of(zone));
        var points = figures.daily("sleep_analysis", expected.firstKey(), expected.lastKey(), zone);
        assertThat(points).hasSameSizeAs(expected);
        expected.forEach((day, night) -> sameNight(points.get(day.toString()), night, day));
    }

    private static void sameNight(Map<String, Object> point, Night night, LocalDate day) {
        assertThat(number(point, "total")).as("asleep, night of %s", day).isCloseTo(night.asleepByStages(), EXACT);
        assertThat(number(point, "time_in_bed")).isGreaterThanOrEqualTo(night.inBed() - 2e-6);
    }
}
