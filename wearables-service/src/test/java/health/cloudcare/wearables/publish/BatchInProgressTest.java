package health.cloudcare.wearables.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;

class BatchInProgressTest {

    @Property(tries = 200)
    void carriesEveryReadingUnchanged(@ForAll("readings") List<Reading> readings) {
        BatchInProgress batch = new BatchInProgress();
        readings.forEach(batch::add);

        ReadingBatch built = batch.build(UUID.randomUUID(), UUID.randomUUID(), 3, true, 1_700_000_000_000L);

        assertThat(read(built)).containsExactlyInAnyOrderElementsOf(readings);
        assertThat(built.getSeriesList()).allSatisfy(series -> assertThat(series.getDurationMsList())
                .satisfiesAnyOf(durations -> assertThat(durations).isEmpty(), durations -> assertThat(durations)
                        .anyMatch(duration -> duration > 0)));
        assertThat(built.getSequence()).isEqualTo(3);
        assertThat(built.getLast()).isTrue();
    }

    @Example
    void endsBeforeTheNamesOfSourcesFillARecord() {
        BatchInProgress batch = new BatchInProgress();
        int sources = 0;
        while (!batch.full()) {
            Source source = new Source("d".repeat(200), "\u20AC".repeat(190) + sources++, SourceKind.PHONE);
            batch.add(new Reading(MetricType.STEPS, source, 1_700_000_000_000L, 1_700_000_000_000L, 1));
        }

        assertThat(batch.build(UUID.randomUUID(), UUID.randomUUID(), 0, true, 0).getSerializedSize())
                .isLessThan(900_000);
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        Arbitrary<Source> sources = Arbitraries.of(
                new Source("", "iPhone", SourceKind.PHONE), new Source("w-1", "Anna's Watch", SourceKind.WATCH));
        return Combinators.combine(
                        Arbitraries.of(MetricType.HEART_RATE, MetricType.STEPS),
                        sources,
                        Arbitraries.longs().between(946_684_800_000L, 4_102_444_800_000L),
                        Arbitraries.longs().between(0, 172_800_000L).edgeCases(edges -> edges.add(0L)),
                        Arbitraries.doubles().between(0, 300),
                        Arbitraries.of(new Original(3, "lb"), new Original(4.5, "lb"), new Original(3, "st"))
                                .injectNull(0.7),
                        Arbitraries.of("a", "b").injectNull(0.7))
                .as((metric, source, start, length, value, original, record) ->
                        new Reading(metric, source, start, start + length, value, original, record))
                .list()
                .ofMaxSize(50);
    }

    private static List<Reading> read(ReadingBatch batch) {
        List<Reading> readings = new ArrayList<>();
        for (Series series : batch.getSeriesList()) {
            Source source = new Source(
                    series.getSource().getDeviceId(),
                    series.getSource().getName(),
                    SourceKind.ofCode(series.getSource().getKindValue()));
            long start = series.getBaseMs();
            for (int i = 0; i < series.getValueCount(); i++) {
                start += series.getStartDeltaMs(i);
                long length = series.getDurationMsCount() == 0 ? 0 : series.getDurationMs(i);
                readings.add(new Reading(
                        MetricType.ofCode(series.getMetric()).orElseThrow(),
                        source,
                        start,
                        start + length,
                        series.getValue(i),
                        series.getOriginalUnit().isEmpty()
                                ? null
                                : new Original(series.getOriginalValue(i), series.getOriginalUnit()),
                        series.getRecordIdCount() == 0 || series.getRecordId(i).isEmpty()
                                ? null
                                : series.getRecordId(i)));
            }
        }
        return readings;
    }
}
