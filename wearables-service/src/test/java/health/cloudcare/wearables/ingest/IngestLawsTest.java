package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import health.cloudcare.contracts.readings.Deletion;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.contracts.readings.Source;
import health.cloudcare.contracts.readings.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What patients' days come to does not depend on how and how often their records arrive. */
class IngestLawsTest {
    private static final String PATIENT = "00000000-0000-7000-8000-000000000001";
    private static final long EVENING = 20_000L * 86_400_000 + 22 * 3_600_000;
    private static final long MINUTE = 60_000;
    private static final int MINUTES = 6 * 60;

    /**
     * A reading, few of each kind, so that they meet; around midnight, so that some are in two days.
     *
     * @param record of its source, 0 for none
     */
    record Told(String metric, int minute, int length, int value, int source, int record) {}

    /** An upload or, where a time is named, a deletion that follows it. */
    record Upload(int receivedAt, List<Told> readings, List<Deletion> deletions, List<String> deletedRecords) {

        ReadingBatch batch(List<Told> some) {
            ReadingBatch.Builder batch = ReadingBatch.newBuilder()
                    .setPatientId(PATIENT)
                    .setSyncId(new UUID(0, receivedAt).toString())
                    .setReceivedAtMs(receivedAt);
            some.forEach(told -> batch.addSeries(series(told)));
            return batch.addAllDeletions(deletions)
                    .addAllDeletedRecordId(deletedRecords)
                    .build();
        }

        ReadingBatch whole() {
            return batch(readings);
        }

        /** In as many records of the topic as there are readings. */
        Stream<ReadingBatch> split() {
            return readings.isEmpty() ? Stream.of(whole()) : readings.stream().map(told -> batch(List.of(told)));
        }
    }

    private static Series series(Told told) {
        Series.Builder series = Series.newBuilder()
                .setMetric(told.metric())
                .setSource(Source.newBuilder()
                        .setName("source " + told.source())
                        .setKind(told.source() == 0 ? SourceKind.SOURCE_KIND_WATCH : SourceKind.SOURCE_KIND_PHONE))
                .setBaseMs(EVENING + told.minute() * MINUTE)
                .addStartDeltaMs(0)
                .addDurationMs(told.length() * MINUTE)
                .addValue(told.value());
        return told.record() == 0
                ? series.build()
                : series.addRecordId("record " + told.record()).build();
    }

    @Provide
    Arbitrary<List<Upload>> history() {
        Arbitrary<Told> readings = Combinators.combine(
                        Arbitraries.of("steps", "heart_rate", "sleep_analysis"),
                        Arbitraries.integers().between(0, MINUTES / 20).map(i -> i * 20),
                        Arbitraries.of(0, 5, 45),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(0, 0, 1, 2, 3))
                .as(Told::new);
        Arbitrary<Deletion> deletions = Combinators.combine(
                        Arbitraries.of("", "steps", "sleep_analysis"),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.integers().between(0, MINUTES),
                        Arbitraries.integers().between(1, MINUTES))
                .as(IngestLawsTest::deletion);
        Arbitrary<List<Deletion>> rarely = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(List.<Deletion>of())),
                net.jqwik.api.Tuple.of(1, deletions.list().ofMaxSize(2)));
        Arbitrary<List<String>> ids = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.just(List.<String>of())),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.of("record 1", "record 2").list().ofSize(1)));
        Arbitrary<Upload> upload = Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000),
                        readings.list().ofMaxSize(8),
                        rarely,
                        ids)
                .as(Upload::new);
        // no two at the same time: of those nobody can tell which was meant to be last
        return upload.list().ofMaxSize(7).uniqueElements(Upload::receivedAt);
    }

    private static Deletion deletion(String metric, int source, int from, int length) {
        Deletion.Builder deletion = Deletion.newBuilder()
                .setMetric(metric)
                .setFromMs(EVENING + from * MINUTE)
                .setToMs(EVENING + (from + length) * MINUTE);
        return source < 0
                ? deletion.build()
                : deletion.setSourceName("source " + source).build();
    }

    @Property(tries = 400)
    void anyOrderSplitAndRedeliveryMakesTheSameDays(@ForAll("history") List<Upload> history, @ForAll long seed) {
        Pipeline inOrder = new Pipeline();
        history.forEach(upload -> inOrder.poll(List.of(upload.whole())));

        Random random = new Random(seed);
        List<ReadingBatch> records = new ArrayList<>();
        history.forEach(
                upload -> (random.nextBoolean() ? upload.split() : Stream.of(upload.whole())).forEach(records::add));
        records.addAll(new ArrayList<>(records.subList(0, records.size() / 2)));
        Collections.shuffle(records, random);
        Pipeline anyhow = new Pipeline();
        polls(records, random).forEach(anyhow::poll);

        assertThat(anyhow.chunks()).isEqualTo(inOrder.chunks());
        assertThat(anyhow.figures()).isEqualTo(inOrder.figures());
        assertThat(anyhow.totals(PATIENT)).isEqualTo(inOrder.totals(PATIENT));
    }

    @Property(tries = 400)
    void whatWasTakenBackMightNeverHaveBeen(@ForAll("history") List<Upload> history, @ForAll long seed) {
        List<Upload> uploads = history.stream()
                .map(upload -> new Upload(upload.receivedAt(), upload.readings(), List.of(), List.of()))
                .toList();
        Told some = uploads.stream()
                .flatMap(upload -> upload.readings().stream())
                .findFirst()
                .orElse(new Told("steps", 0, 0, 0, 0, 0));
        Deletion ofItsSource = deletion(some.metric(), some.source(), 0, 2 * MINUTES);
        List<Upload> never = uploads.stream()
                .map(upload -> new Upload(
                        upload.receivedAt(),
                        upload.readings().stream()
                                .filter(told -> !told.metric().equals(some.metric()) || told.source() != some.source())
                                .toList(),
                        List.of(),
                        List.of()))
                .toList();
        List<ReadingBatch> records = new ArrayList<>();
        // a record of which some is deleted was replaced by what is left of it, so records stay out of this
        uploads.forEach(upload -> records.add(withoutRecords(upload)));
        records.add(new Upload(2_000_000, List.of(), List.of(ofItsSource), List.of()).whole());
        Random random = new Random(seed);
        Collections.shuffle(records, random);
        Pipeline deleted = new Pipeline();
        polls(records, random).forEach(deleted::poll);

        Pipeline clean = new Pipeline();
        never.forEach(upload -> clean.poll(List.of(withoutRecords(upload))));

        assertThat(deleted.chunks()).isEqualTo(clean.chunks());
        assertThat(deleted.figures()).isEqualTo(clean.figures());
        assertThat(deleted.totals(PATIENT)).isEqualTo(clean.totals(PATIENT));
    }

    @Property(tries = 200)
    void ofARecordTheLastVersionStands(@ForAll("history") List<Upload> history, @ForAll long seed) {
        List<Upload> versions = history.stream()
                .map(upload -> new Upload(
                        upload.receivedAt(),
                        upload.readings().stream()
                                .filter(told -> told.record() > 0)
                                .limit(1)
                                .map(told -> new Told(
                                        told.metric(), told.minute(), told.length(), told.value(), told.source(), 1))
                                .toList(),
                        List.of(),
                        List.of()))
                .filter(upload -> !upload.readings().isEmpty())
                .toList();
        List<ReadingBatch> records =
                new ArrayList<>(versions.stream().map(Upload::whole).toList());
        Random random = new Random(seed);
        Collections.shuffle(records, random);
        Pipeline all = new Pipeline();
        polls(records, random).forEach(all::poll);

        Pipeline last = new Pipeline();
        versions.stream()
                .max(java.util.Comparator.comparing(Upload::receivedAt))
                .ifPresent(upload -> last.poll(List.of(upload.whole())));

        assertThat(all.chunks()).isEqualTo(last.chunks());
        assertThat(all.figures()).isEqualTo(last.figures());
    }

    private static ReadingBatch withoutRecords(Upload upload) {
        return upload.batch(upload.readings().stream()
                .map(told -> new Told(told.metric(), told.minute(), told.length(), told.value(), told.source(), 0))
                .toList());
    }

    private static List<List<ReadingBatch>> polls(List<ReadingBatch> records, Random random) {
        List<List<ReadingBatch>> polls = new ArrayList<>();
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(4));
            polls.add(records.subList(from, to));
            from = to;
        }
        return polls;
    }
}
