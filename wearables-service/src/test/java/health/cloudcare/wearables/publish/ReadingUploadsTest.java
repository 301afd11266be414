package health.cloudcare.wearables.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadingUploadsTest {

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final int CAPACITY = 6_000;

    private final Broker broker = new Broker();
    private final ReadingUploads uploads = new ReadingUploads(
            broker,
            new ReadingsInFlight(CAPACITY),
            Clock.fixed(Instant.parse("2025-11-19T12:00:00Z"), ZoneOffset.UTC),
            PATIENCE);
    private final UUID patient = UUID.randomUUID();

    @Test
    void cutsNumberedBatchesAndMarksTheLast() {
        publish(4_500);

        assertThat(broker.batches).extracting(ReadingBatch::getSequence).containsExactly(0, 1, 2);
        assertThat(broker.batches).extracting(ReadingBatch::getLast).containsExactly(false, false, true);
        assertThat(broker.batches)
                .extracting(batch -> batch.getSeries(0).getValueCount())
                .containsExactly(2_000, 2_000, 500);
        assertThat(broker.batches)
                .allSatisfy(batch -> assertThat(batch.getPatientId()).isEqualTo(patient.toString()));
    }

    @Test
    void endsEverySyncWithALastBatch() {
        publish(0);

        assertThat(broker.batches).extracting(ReadingBatch::getLast).containsExactly(true);
    }

    @Test
    void isNotDoneBeforeTheBrokerHasEveryBatch() {
        CompletableFuture<Void> done = publish(4_500);

        broker.acknowledge(2);
        broker.acknowledge(0);
        assertThat(done).isNotDone();
        broker.acknowledge(1);
        assertThat(done).isCompleted();
    }

    @Test
    void refusesAtOnceWhenTooMuchIsUnderWay() {
        publish(CAPACITY);

        CompletableFuture<Void> refused = publish(1);

        assertProblem(refused, 429);
        assertThat(broker.batches).hasSize(4);
    }

    @Test
    void givesTheRoomBackWhateverTheBrokerSays() {
        CompletableFuture<Void> failed = publish(1_000);
        broker.refuse(0);
        assertProblem(failed, 503);

        CompletableFuture<Void> next = publish(CAPACITY);
        IntStream.range(1, broker.batches.size()).forEach(broker::acknowledge);
        assertThat(next).isCompleted();
    }

    @Test
    void holdsAStreamUpWhileTheBrokerIsSlow() {
        ReadingUpload stream = uploads.stream(patient, UUID.randomUUID());
        readings(CAPACITY).forEach(stream::add);

        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> readings(2_000).forEach(stream::add))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(503))
                .satisfies(problem -> assertThat(problem.getHeaders()).containsKey("Retry-After"));
        broker.acknowledge(0);
        assertThat(stream.acknowledged()).isEqualTo(2_000);
        publish(2_000);
        assertThat(broker.batches).hasSize(5);
    }

    @Test
    void stopsAStreamThatTheBrokerDoesNotTake() {
        ReadingUpload stream = uploads.stream(patient, UUID.randomUUID());
        readings(2_000).forEach(stream::add);
        broker.refuse(0);

        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> readings(2_000).forEach(stream::add));
    }

    private CompletableFuture<Void> publish(int count) {
        return uploads.publish(patient, UUID.randomUUID(), readings(count))
                .subscribe()
                .asCompletionStage();
    }

    private static void assertProblem(CompletableFuture<Void> failed, int status) {
        assertThat(failed).isCompletedExceptionally();
        assertThat(failed.exceptionNow()).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(status);
            assertThat(problem.getHeaders()).containsKey("Retry-After");
        });
    }

    private static List<Reading> readings(int count) {
        Source source = new Source("", "iPhone", SourceKind.PHONE);
        return IntStream.range(0, count)
                .mapToObj(i -> new Reading(MetricType.STEPS, source, i * 1_000L, i * 1_000L + 500, i))
                .toList();
    }

    /** Takes batches and acknowledges them when told. */
    private static final class Broker extends ReadingPublisher {

        private final List<ReadingBatch> batches = new ArrayList<>();
        private final List<CompletableFuture<Void>> answers = new ArrayList<>();

        Broker() {
            super(null, Duration.ofSeconds(1));
        }

        @Override
        Uni<Void> send(ReadingBatch batch) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            batches.add(batch);
            answers.add(answer);
            return Uni.createFrom().completionStage(answer);
        }

        void acknowledge(int batch) {
            answers.get(batch).complete(null);
        }

        void refuse(int batch) {
            answers.get(batch).completeExceptionally(new IllegalStateException("the broker is gone"));
        }
    }
}
