package health.cloudcare.testkit.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The merge rule on cases small enough to compute by hand. */
class MergedSourcesTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void onlyTheWatchCountsWhereWatchAndPhoneOverlap() {
        // the phone's first five of ten minutes are the watch's
        assertThat(total(watch("10:00:00", "10:05:00", 300), phone("10:00:00", "10:10:00", 1000)))
                .isCloseTo(300 + 500, EXACTLY);
    }

    @Test
    void thePhoneFillsGaps() {
        assertThat(total(
                        watch("10:00:00", "10:02:00", 100),
                        watch("10:08:00", "10:10:00", 100),
                        phone("10:00:00", "10:10:00", 1000)))
                .isCloseTo(200 + 600, EXACTLY);
    }

    @Test
    void readingsOfOneSourceAddUpWhereTheyOverlap() {
        assertThat(total(watch("10:00:00", "10:10:00", 100), watch("10:05:00", "10:15:00", 100)))
                .isCloseTo(200, EXACTLY);
    }

    @Test
    void zeroLengthReadingStandsForItsQuarterHour() {
        // the phone's other half lies in the next quarter hour
        assertThat(total(watch("10:07:00", "10:07:00", 7), phone("10:00:00", "10:30:00", 1000)))
                .isCloseTo(7 + 500, EXACTLY);
    }

    @Test
    void zeroLengthReadingCountsFullyUnlessABetterSourceCoversItsInstant() {
        assertThat(total(phone("10:07:00", "10:07:00", 7), watch("10:05:00", "10:08:00", 100)))
                .isCloseTo(100, EXACTLY);
        assertThat(total(phone("10:09:00", "10:09:00", 7), watch("10:05:00", "10:08:00", 100)))
                .isCloseTo(107, EXACTLY);
    }

    @Test
    void anInstantIsCoveredFromItsStartToJustBeforeItsEnd() {
        assertThat(total(watch("10:00:00", "10:05:00", 100), phone("10:05:00", "10:05:00", 7)))
                .isCloseTo(107, EXACTLY);
        assertThat(total(watch("10:05:00", "10:06:00", 100), phone("10:05:00", "10:05:00", 7)))
                .isCloseTo(100, EXACTLY);
    }

    @Test
    void amongEqualsTheNameDecides() {
        assertThat(total(
                        record(SourceKind.WATCH, "B", "10:00:00", "10:05:00", 1),
                        record(SourceKind.WATCH, "A", "10:00:00", "10:05:00", 2)))
                .isCloseTo(2, EXACTLY);
    }

    @Test
    void daysFollowTheZone() {
        ExportOracle oracle = oracle(watch("18:15:00", "18:45:00", 300));

        assertThat(oracle.mergedDaily("T", "count", ZoneId.of("Asia/Kolkata")))
                .isEqualTo(Map.of(LocalDate.parse("2026-03-01"), 150.0, LocalDate.parse("2026-03-02"), 150.0));
    }

    @Test
    void nestedFragmentsOfSleepCountOnce() {
        ExportOracle oracle = oracle(
                sleep("iPhone", SourceKind.PHONE, "00:00:00", "08:00:00", "InBed"),
                sleep("Watch", SourceKind.WATCH, "01:00:00", "07:00:00", "AsleepCore"),
                sleep("Watch", SourceKind.WATCH, "02:00:00", "03:00:00", "AsleepDeep"),
                sleep("Watch", SourceKind.WATCH, "02:30:00", "02:45:00", "Awake"),
                sleep("Other", SourceKind.UNSPECIFIED, "00:30:00", "06:00:00", "Asleep"));

        Night night = oracle.nights(ZoneOffset.UTC).get(LocalDate.parse("2026-03-01"));

        assertThat(night.inBed()).isCloseTo(8, EXACTLY);
        assertThat(night.asleep()).isCloseTo(6.5, EXACTLY);
        assertThat(night.asleepByStages()).isCloseTo(6.25, EXACTLY);
        assertThat(night.stages())
                .isEqualTo(Map.of("Asleep", 0.5, "AsleepCore", 5.0, "AsleepDeep", 0.75, "Awake", 0.25));
    }

    private static double total(ScannedRecord... records) {
        return oracle(records).mergedPerQuarterHour("T", "count").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static ExportOracle oracle(ScannedRecord... records) {
        return new ExportOracle(new ExportScan(List.of(records), List.of(), Map.of()));
    }

    private static ScannedRecord watch(String start, String end, int value) {
        return record(SourceKind.WATCH, "Watch", start, end, value);
    }

    private static ScannedRecord phone(String start, String end, int value) {
        return record(SourceKind.PHONE, "iPhone", start, end, value);
    }

    private static ScannedRecord record(SourceKind kind, String source, String start, String end, int value) {
        return new ScannedRecord("T", source, kind, "count", String.valueOf(value), at(start), at(end), ZoneOffset.UTC);
    }

    private static ScannedRecord sleep(String source, SourceKind kind, String start, String end, String stage) {
        return new ScannedRecord(
                "HKCategoryTypeIdentifierSleepAnalysis",
                source,
                kind,
                "",
                "HKCategoryValueSleepAnalysis" + stage,
                at(start),
                at(end),
                ZoneOffset.UTC);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }
}
