package health.cloudcare.wearables.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.wearables.metric.MetricType;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingRulesTest {

    private static final Instant NOW = Instant.parse("2025-11-19T12:00:00Z");

    private final ReadingRules rules = new ReadingRules(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesARecordOfAnExport() {
        Verdict verdict = rules.judge(new RawRecord(
                "HKQuantityTypeIdentifierDistanceWalkingRunning",
                "1500",
                null,
                "m",
                "2021-02-06 12:18:38 +0100",
                "2021-02-06 12:28:38 +0100",
                "Anna\u2019s\u00a0Apple\u00a0Watch ",
                null,
                ""));

        long start = Instant.parse("2021-02-06T11:18:38Z").toEpochMilli();
        assertThat(verdict)
                .isEqualTo(new Verdict.Accepted(new Reading(
                        MetricType.DISTANCE,
                        new Source("", "Anna\u2019s Apple Watch", SourceKind.WATCH),
                        start,
                        start + 600_000,
                        1.5,
                        new Original(1500, "m"),
                        null)));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, bpm, 2025-11-19T11:00:00Z, NOT_A_NUMBER",
        "Infinity, bpm, 2025-11-19T11:00:00Z, NOT_A_NUMBER",
        "0x1p3, bpm, 2025-11-19T11:00:00Z, NOT_A_NUMBER",
        "'', bpm, 2025-11-19T11:00:00Z, NOT_A_NUMBER",
        "1e999, bpm, 2025-11-19T11:00:00Z, NOT_A_NUMBER",
        "72, kg, 2025-11-19T11:00:00Z, UNIT_UNKNOWN",
        "72, , 2025-11-19T11:00:00Z, UNIT_UNKNOWN",
        "720, bpm, 2025-11-19T11:00:00Z, OUT_OF_RANGE",
        "-3, bpm, 2025-11-19T11:00:00Z, OUT_OF_RANGE",
        "72, bpm, 1999-12-31T23:59:59Z, TIME_OUT_OF_RANGE",
        "72, bpm, 1900-01-01T00:00:00Z, TIME_OUT_OF_RANGE",
        "72, bpm, 2100-01-01T00:00:00Z, TIME_OUT_OF_RANGE",
        "72, bpm, 2025-11-20T12:00:01Z, TIME_OUT_OF_RANGE",
        "72, bpm, 2025-11-19T11:00:00, TIME_MALFORMED",
        "72, bpm, 2025-02-30T11:00:00Z, TIME_MALFORMED",
        "72, bpm, yesterday, TIME_MALFORMED",
        "72, bpm, , TIME_MALFORMED",
    })
    void refusesWhatCannotBe(String value, String unit, String at, RejectionReason reason) {
        Verdict verdict = rules.judge(new RawRecord("heartRate", value, null, unit, at, at, "Watch", null, ""));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.message()).doesNotContain("72", "NaN", "yesterday");
        });
    }

    @Test
    void refusesDurationsThatCannotBe() {
        assertThat(between("2025-11-19T11:00:00Z", "2025-11-19T10:59:59Z"))
                .isEqualTo(RejectionReason.ENDS_BEFORE_START);
        assertThat(between("2025-11-10T00:00:00Z", "2025-11-12T00:00:01Z")).isEqualTo(RejectionReason.TOO_LONG);
    }

    @Test
    void doesNotJudgeTypesItDoesNotKnow() {
        assertThat(rules.judge(
                        new RawRecord("HKDataTypeSleepDurationGoal", "x", null, null, null, null, null, null, "")))
                .isInstanceOf(Verdict.Unmapped.class);
        assertThat(rules.judge(new RawRecord(null, "1", null, null, null, null, null, null, "")))
                .isInstanceOf(Verdict.Unmapped.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HKCategoryValueSleepAnalysisInBed, , , IN_BED",
        "HKCategoryValueSleepAnalysisAsleep, , , ASLEEP",
        "HKCategoryValueSleepAnalysisAsleepUnspecified, , , ASLEEP",
        "HKCategoryValueSleepAnalysisAwake, , , AWAKE",
        "HKCategoryValueSleepAnalysisAsleepCore, , , CORE",
        "HKCategoryValueSleepAnalysisAsleepDeep, , , DEEP",
        "HKCategoryValueSleepAnalysisAsleepREM, , , REM",
        "0.75, hr, inBed, IN_BED",
        "45, min, awake, AWAKE",
        "3, , core, CORE",
        "45, min, rem, REM",
        "45, min, asleep, ASLEEP",
        "45, min, , ASLEEP",
        "2, , , AWAKE",
    })
    void readsTheStageOfSleep(String value, String unit, String category, SleepStage stage) {
        Verdict verdict = rules.judge(new RawRecord(
                "sleepAnalysis", value, category, unit, "2025-11-19T01:00:00Z", "2025-11-19T01:45:00Z", "x", null, ""));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(
                        accepted.reading().value())
                .isEqualTo(stage.code()));
    }

    @Test
    void refusesSleepOfAnUnknownStage() {
        Verdict verdict = rules.judge(
                new RawRecord("sleepAnalysis", "1", "unknown", "hr", "2025-11-19T01:00:00Z", null, "x", null, ""));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> assertThat(rejected.reason())
                .isEqualTo(RejectionReason.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({
        "HKCategoryValueAppleStandHourStood, 1",
        "HKCategoryValueAppleStandHourIdle, 0",
        "1, 1",
    })
    void countsHoursStood(String value, double hours) {
        Verdict verdict = rules.judge(new RawRecord(
                "HKCategoryTypeIdentifierAppleStandHour",
                value,
                null,
                null,
                "2025-11-19T01:00:00Z",
                null,
                "x",
                null,
                ""));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(
                        accepted.reading().value())
                .isEqualTo(hours));
    }

    @Property(tries = 500)
    void readsEveryInstantAsJavaTimeDoes(
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis,
            @ForAll @IntRange(min = -12 * 4, max = 14 * 4) int quarters) {
        Instant instant = Instant.ofEpochMilli(millis);
        var zoned = instant.atOffset(ZoneOffset.ofTotalSeconds(quarters * 900));
        String apple = zoned.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT));

        assertThat(InstantText.epochMillis(instant.toString())).isEqualTo(millis);
        assertThat(InstantText.epochMillis(apple)).isEqualTo(millis / 1000 * 1000);
    }

    @Test
    void keepsWhatTheSourceWroteWhereItIsAnotherUnit() {
        assertThat(accepted("weight", "154.3", "lbs").original()).isEqualTo(new Original(154.3, "lb"));
        assertThat(accepted("body_temperature", "98.6", "degF").original()).isEqualTo(new Original(98.6, "degF"));
        assertThat(accepted("oxygen_level", "0.97", "%").original()).isEqualTo(new Original(0.97, "%"));
    }

    @Test
    void remembersNothingOfWhatCameInTheMetricsUnit() {
        assertThat(accepted("weight", "70", "kg").original()).isNull();
        assertThat(accepted("heart_rate", "70", "count/min").original()).isNull();
        assertThat(accepted("oxygen_level", "97", "%").original()).isNull();
        assertThat(accepted("oxygen_level", "97", "percent").original()).isNull();
        assertThat(accepted("mindful_minutes", "0", null).original()).isNull();
    }

    @Test
    void countsTheMinutesOfASessionThatIsOnlyAnInterval() {
        assertThat(accepted("HKCategoryTypeIdentifierMindfulSession", "HKCategoryValueNotApplicable", null)
                        .value())
                .isEqualTo(10);
        assertThat(accepted("workout_running_time", null, "").value()).isEqualTo(10);
        assertThat(accepted("workout_running_time", "0.1", "hr").value()).isEqualTo(6);
    }

    private Reading accepted(String type, @Nullable String value, @Nullable String unit) {
        Verdict verdict = rules.judge(new RawRecord(
                type, value, null, unit, "2025-11-19T05:50:00Z", "2025-11-19T06:00:00Z", "watch", null, ""));
        return ((Verdict.Accepted) verdict).reading();
    }

    private RejectionReason between(String start, String end) {
        Verdict verdict = rules.judge(new RawRecord("steps", "10", null, "count", start, end, "x", null, ""));
        return ((Verdict.Rejected) verdict).reason();
    }
}
