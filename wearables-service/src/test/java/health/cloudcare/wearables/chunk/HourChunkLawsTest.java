package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;

class HourChunkLawsTest {
    private static final ChunkKey STEPS =
            new ChunkKey("00000000-0000-7000-8000-000000000001", MetricType.STEPS, 450_000);
    private static final ChunkKey SLEEP = new ChunkKey(STEPS.patientId(), MetricType.SLEEP, 450_000);

    /** One sample from one source, received at one time: few of each, so that they collide. */
    record Sample(int startSecond, int seconds, int value, int source, int received, int record) {
        HourChunk chunk(ChunkKey key) {
            // the same source may be taken for different kinds by different uploads
            SourceKind kind = received % 2 == 0 ? SourceKind.WATCH : SourceKind.PHONE;
            return new HourChunkBuilder(key, new Source("", "source " + source, kind), received)
                    .add(key.startMillis() + startSecond * 1_000L, seconds * 1_000L, value, original(), record)
                    .build();
        }

        Sample ofOneKind() {
            return new Sample(startSecond, seconds, value, source, received * 2, record);
        }

        Sample ofNoRecord() {
            return new Sample(startSecond, seconds, value, source, received, 0);
        }

        /** One and the same value may come in several units, and most come in none but the metric's. */
        private @Nullable Original original() {
            return switch (source) {
                case 1 -> received % 2 == 0 ? new Original(value * 100, "m") : null;
                case 2 -> new Original(value / 3.0 + received % 2, received < 2 ? "mi" : "ft");
                default -> null;
            };
        }
    }

    @Provide
    Arbitrary<ChunkKey> keys() {
        return Arbitraries.of(STEPS, SLEEP);
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        return Combinators.combine(
                        Arbitraries.integers().between(-3, 12),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0, 0, 0, 1, 2))
                .as(Sample::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 400)
    void anyOrderGroupingAndRepetitionOfSamplesMakesTheSameChunk(
            @ForAll("keys") ChunkKey key, @ForAll("samples") List<Sample> samples, @ForAll long seed) {
        HourChunk oneByOne = merged(key, samples);

        Random random = new Random(seed);
        List<Sample> redelivered = new ArrayList<>(samples);
        redelivered.addAll(samples.subList(0, samples.size() / 2));
        Collections.shuffle(redelivered, random);
        int cut = redelivered.isEmpty() ? 0 : random.nextInt(redelivered.size());
        HourChunk grouped = merged(key, redelivered.subList(0, cut))
                .merge(merged(key, redelivered.subList(cut, redelivered.size())))
                .chunk();

        assertThat(grouped).isEqualTo(oneByOne);
    }

    @Property(tries = 300)
    void aChunkIsReadBackFromItsDocument(@ForAll("keys") ChunkKey key, @ForAll("samples") List<Sample> samples) {
        HourChunk chunk = merged(key, samples);

        DayChunks day = DayChunks.empty();
        day.put(key.metric(), key.hourOfDay(), chunk);

        DayChunks stored = DayChunks.decode(day.encode());

        assertThat(stored.chunk(key.metric(), key.hourOfDay())).isEqualTo(chunk);
        assertThat(stored.chunk(key.metric(), 23 - key.hourOfDay())).isEqualTo(HourChunk.EMPTY);
    }

    @Example
    void originalsTakeRoomWhereThereAreSomeAndNoneElsewhere() {
        Source source = new Source("", "scale", SourceKind.OTHER_DEVICE);
        HourChunkBuilder plain = new HourChunkBuilder(STEPS, source, 1);
        HourChunkBuilder written = new HourChunkBuilder(STEPS, source, 1);
        for (int i = 0; i < 60; i++) {
            plain.add(STEPS.startMillis() + i * 60_000L, 0, i, null);
            written.add(STEPS.startMillis() + i * 60_000L, 0, i, i == 30 ? new Original(30.5, "lb") : null);
        }
        DayChunks.SourceTable table = new DayChunks.SourceTable(List.of(source));
        int without = HourChunkCodec.encode(plain.build(), table).length;
        byte[] with = HourChunkCodec.encode(written.build(), table);

        assertThat(with.length - without).isBetween(5, 20);
        assertThat(HourChunkCodec.decode(with, table).original(30)).isEqualTo(new Original(30.5, "lb"));
        assertThat(HourChunkCodec.decode(with, table).original(29)).isNull();
    }

    @Property(tries = 300)
    void countsWhatIsNewOnce(@ForAll("keys") ChunkKey key, @ForAll("samples") List<Sample> samples) {
        HourChunk chunk = HourChunk.EMPTY;
        int added = 0;
        for (Sample sample : samples) {
            HourChunk.Merged merged = chunk.merge(sample.chunk(key));
            added += merged.added();
            chunk = merged.chunk();
        }

        assertThat(added).isEqualTo(chunk.startingInThisHour());
    }

    @Property(tries = 300)
    void whatIsTakenOutLeavesNoTrace(@ForAll("keys") ChunkKey key, @ForAll("samples") List<Sample> samples) {
        // a source is of one kind here
        List<Sample> all = samples.stream().map(Sample::ofOneKind).toList();
        HourChunk left = merged(key, all).keep(i -> i % 2 == 0);
        HourChunk never = merged(
                key,
                all.stream().filter(sample -> holds(left, sample.chunk(key))).toList());

        assertThat(left).isEqualTo(never);
    }

    private static boolean holds(HourChunk chunk, HourChunk sample) {
        return chunk.merge(sample).chunk().equals(chunk)
                && chunk.keep(i -> !(chunk.start(i) == sample.start(0)
                                && chunk.duration(i) == sample.duration(0)
                                && chunk.source(i).sameAs(sample.source(0))
                                && chunk.value(i) == sample.value(0)
                                && chunk.record(i) == sample.record(0)))
                        != chunk;
    }

    @Property(tries = 300)
    void ofTheSameSampleInSeveralRecordsTheLastReceivedCounts(
            @ForAll("keys") ChunkKey key, @ForAll("samples") List<Sample> samples) {
        HourChunk counted = merged(key, samples).counted();
        HourChunk plain = merged(
                key,
                samples.stream()
                        .filter(sample -> holds(counted, sample.chunk(key)))
                        .map(Sample::ofNoRecord)
                        .toList());

        assertThat(plain.size()).isEqualTo(counted.size());
        for (int i = 0; i < plain.size(); i++) {
            assertThat(plain.value(i)).isEqualTo(counted.value(i));
            assertThat(plain.receivedAt(i)).isEqualTo(counted.receivedAt(i));
        }
    }

    private static HourChunk merged(ChunkKey key, List<Sample> samples) {
        HourChunk chunk = HourChunk.EMPTY;
        for (Sample sample : samples) {
            chunk = chunk.merge(sample.chunk(key)).chunk();
        }
        return chunk;
    }
}
