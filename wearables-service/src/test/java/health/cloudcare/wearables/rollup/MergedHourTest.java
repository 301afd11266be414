package health.cloudcare.wearables.rollup;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.HourChunkBuilder;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The rules of docs/merging-sources.md: its examples, and against a computation second by second. */
class MergedHourTest {
    private static final ChunkKey STEPS = new ChunkKey("p", MetricType.STEPS, 450_000);
    private static final ChunkKey SLEEP = new ChunkKey("p", MetricType.SLEEP, 450_000);
    private static final Source WATCH = new Source("", "watch", SourceKind.WATCH);
    private static final Source BAND = new Source("", "band", SourceKind.BAND);
    private static final Source PHONE = new Source("", "phone", SourceKind.PHONE);
    private static final Source TABLET = new Source("", "tablet", SourceKind.OTHER_DEVICE);
    private static final List<Source> RANKED = List.of(WATCH, BAND, PHONE, TABLET);

    record Sample(Source source, int fromSecond, int seconds, double value) {}

    @Example
    void theGapsOfTheWatchAreFilledByPhoneAndTablet() {
        Slots hour = CumulativeHour.of(chunk(
                STEPS,
                List.of(
                        new Sample(WATCH, 600, 1_800, 600),
                        new Sample(PHONE, 0, 1_800, 300),
                        new Sample(TABLET, 1_200, 2_400, 400))));

        assertThat(total(hour)).isCloseTo(900, within(1e-9));
    }

    @Example
    void pointReadingsOfThreeDevicesInAQuarterHourCountOnce() {
        Slots hour = CumulativeHour.of(chunk(
                STEPS,
                List.of(
                        new Sample(PHONE, 360, 0, 110),
                        new Sample(WATCH, 300, 0, 120),
                        new Sample(BAND, 420, 0, 100))));

        assertThat(total(hour)).isEqualTo(120);
        assertThat(hour.count(0)).isEqualTo(1);
    }

    @Example
    void aSampleAcrossTheHourIsSharedByTime() {
        Slots before = CumulativeHour.of(chunk(STEPS, List.of(new Sample(WATCH, 3_540, 120, 60))));
        Slots after = CumulativeHour.of(chunk(STEPS, List.of(new Sample(WATCH, -60, 120, 60))));

        assertThat(before.sum(3)).isEqualTo(30);
        assertThat(before.count(3)).isEqualTo(1);
        assertThat(after.sum(0)).isEqualTo(30);
        assertThat(after.count(0)).isZero();
    }

    @Property(tries = 300)
    void anyOverlapsComeToWhatCountingEachSecondOnceComesTo(@ForAll("samples") List<Sample> samples) {
        Slots hour = CumulativeHour.of(chunk(STEPS, samples));

        double[] expected = secondBySecond(samples);
        for (int slot = 0; slot < Slots.PER_HOUR; slot++) {
            assertThat(hour.sum(slot)).isCloseTo(expected[slot], within(1e-6));
        }
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        return Combinators.combine(
                        Arbitraries.of(RANKED),
                        Arbitraries.integers().between(-600, 3_599),
                        Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(1, 2_000)),
                        Arbitraries.integers().between(0, 500))
                .as((source, from, seconds, value) ->
                        new Sample(source, from, from < 0 ? Math.max(seconds, 1 - from) : seconds, value))
                .list()
                .uniqueElements(sample -> List.of(sample.source(), sample.fromSecond(), sample.seconds()))
                .ofMaxSize(12);
    }

    private static double[] secondBySecond(List<Sample> samples) {
        double[] slots = new double[Slots.PER_HOUR];
        for (Sample sample : samples) {
            if (sample.seconds() == 0) {
                if (!coveredByBetter(samples, sample.source(), sample.fromSecond())) {
                    slots[sample.fromSecond() / 900] += sample.value();
                }
                continue;
            }
            int end = Math.min(3_600, sample.fromSecond() + sample.seconds());
            for (int second = Math.max(0, sample.fromSecond()); second < end; second++) {
                if (!coveredByBetter(samples, sample.source(), second)) {
                    slots[second / 900] += sample.value() / sample.seconds();
                }
            }
        }
        return slots;
    }

    private static boolean coveredByBetter(List<Sample> samples, Source source, int second) {
        return samples.stream()
                .filter(other -> RANKED.indexOf(other.source()) < RANKED.indexOf(source))
                .anyMatch(other -> other.seconds() == 0
                        ? other.fromSecond() / 900 == second / 900
                        : other.fromSecond() <= second && second < other.fromSecond() + other.seconds());
    }

    @Example
    void sleepTakesTheWatchsStagesAndNestedFragmentsCountOnce() {
        List<SleepSegment> segments = SleepHour.of(
                chunk(
                        SLEEP,
                        List.of(
                                stage(PHONE, 0, 3_600, SleepStage.IN_BED),
                                stage(PHONE, 0, 3_600, SleepStage.ASLEEP),
                                stage(WATCH, 600, 1_800, SleepStage.CORE),
                                stage(WATCH, 1_200, 300, SleepStage.AWAKE))),
                SLEEP.startMillis());

        assertThat(seconds(segments, SleepStage.IN_BED)).isEqualTo(3_600);
        assertThat(seconds(segments, SleepStage.CORE)).isEqualTo(1_500);
        assertThat(seconds(segments, SleepStage.AWAKE)).isEqualTo(300);
        assertThat(seconds(segments, SleepStage.ASLEEP)).isEqualTo(1_800);
    }

    private static Sample stage(Source source, int from, int seconds, SleepStage stage) {
        return new Sample(source, from, seconds, stage.code());
    }

    private static long seconds(List<SleepSegment> segments, SleepStage stage) {
        return segments.stream()
                        .filter(segment -> segment.stage() == stage)
                        .mapToLong(SleepSegment::millis)
                        .sum()
                / 1_000;
    }

    private static HourChunk chunk(ChunkKey key, List<Sample> samples) {
        HourChunk chunk = HourChunk.EMPTY;
        for (Sample sample : samples) {
            HourChunk one = new HourChunkBuilder(key, sample.source(), 1)
                    .add(key.startMillis() + sample.fromSecond() * 1_000L, sample.seconds() * 1_000L, sample.value())
                    .build();
            chunk = chunk.merge(one).chunk();
        }
        return chunk;
    }

    private static double total(Slots slots) {
        double total = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            total += slots.sum(slot);
        }
        return total;
    }
}
