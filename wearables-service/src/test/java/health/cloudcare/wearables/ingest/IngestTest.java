package health.cloudcare.wearables.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.contracts.Topic;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.contracts.readings.Source;
import health.cloudcare.contracts.readings.SourceKind;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollups;
import health.cloudcare.wearables.store.FencedCollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What other producers, crashes and restored databases may do to the ingest path. */
@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class IngestTest {
    private static final long DAY = 20_000;
    private static final long NOON = DAY * 86_400_000 + 12 * 3_600_000;

    @Inject
    MongoClient client;

    private final String patient = UUID.randomUUID().toString();

    @Test
    void aPoisonRecordIsPutAsideAloneAndTheRestGoesThrough() {
        ReadingBatch good = heartRate(UUID.randomUUID(), 1, true, 60, 70);
        ReadingBatch stranger = good.toBuilder()
                .setSeries(0, good.getSeries(0).toBuilder().setMetric("mood"))
                .build();
        ReadingBatch notANumber = good.toBuilder()
                .setSeries(0, good.getSeries(0).toBuilder().setValue(0, Double.NaN))
                .build();
        ReadingBatch halfAnOriginal = good.toBuilder()
                .setSeries(
                        0, good.getSeries(0).toBuilder().setOriginalUnit("Hz").addOriginalValue(1))
                .build();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(topic(), patient, "not protobuf at all", Map.of());
            sender.send(topic(), patient, stranger.toByteArray(), Map.of());
            sender.send(topic(), patient, notANumber.toByteArray(), Map.of());
            sender.send(topic(), patient, halfAnOriginal.toByteArray(), Map.of());
            sender.send(topic(), UUID.randomUUID().toString(), good.toByteArray(), Map.of());
            sender.send(topic(), patient, good.toByteArray(), Map.of());
        }

        await().until(() -> readings() == 2);
        try (KafkaRecords letters =
                KafkaRecords.of(BackingServicesProcess.address(BackingService.KAFKA), Topic.WEARABLES_READINGS.dlq())) {
            List<ConsumerRecord<String, byte[]>> aside = letters.until(seen -> seen.size() >= 5);
            assertThat(aside)
                    .extracting(record -> KafkaRecords.header(record, "dead-letter-cause"))
                    .contains(
                            "not a ReadingBatch",
                            "a metric that is not in the vocabulary",
                            "a value that is not a number",
                            "originals without a unit, or not of every reading",
                            "the record's key is not its patient_id");
        }
    }

    @Test
    void whatTheSourceWroteStandsInTheChunk() {
        ReadingBatch pulse = heartRate(UUID.randomUUID(), 1, true, 60, 90);
        send(pulse.toBuilder()
                .setSeries(
                        0,
                        pulse.getSeries(0).toBuilder()
                                .setOriginalUnit("Hz")
                                .addOriginalValue(1)
                                .addOriginalValue(1.5))
                .build());

        await().until(() -> readings() == 2);
        DayKey day = new DayKey(patient, DAY);
        HourChunk noon = DayChunks.decode(new FencedCollection(collection("chunks"))
                        .load(List.of(day.id()))
                        .get(day.id())
                        .content())
                .chunk(MetricType.HEART_RATE, 12);
        assertThat(noon.original(0)).isEqualTo(new Original(1, "Hz"));
        assertThat(noon.original(1)).isEqualTo(new Original(1.5, "Hz"));
    }

    @Test
    void redeliveryAndAnyOrderOfBatchesChangeNothing() {
        ReadingBatch first = heartRate(UUID.randomUUID(), 10, true, 60, 70, 80);
        ReadingBatch correction = heartRate(UUID.randomUUID(), 20, true, 61);
        send(correction, first, first, correction, first);

        await().until(() -> rollup() != null && rollup().readings() == 3 && merged(first) && merged(correction));

        assertThat(rollup().slots().sum(48)).isEqualTo(61 + 70 + 80);
        assertThat(rollup().slots().count(48)).isEqualTo(3);
    }

    @Test
    void aSyncIsToldOnceItIsComplete() {
        UUID sync = UUID.randomUUID();
        send(
                heartRate(sync, 1, false, 60, 70),
                heartRate(sync, 1, true, 60, 70, 80).toBuilder().setSequence(1).build());

        try (KafkaRecords events = KafkaRecords.of(Topic.WEARABLES)) {
            ConsumerRecord<String, byte[]> told =
                    events.await(KafkaRecords.withKey(patient).and(KafkaRecords.withType(MetricsSynced.TYPE)));
            MetricsSynced event = EventJson.read(told.value(), MetricsSynced.class);
            assertThat(event.syncId()).isEqualTo(sync);
            assertThat(event.readingsStored()).isEqualTo(3);
            assertThat(event.readingsDuplicate()).isEqualTo(2);
            assertThat(event.metrics()).containsExactly("heart_rate");
            assertThat(event.from()).isEqualTo(Instant.ofEpochMilli(NOON));
        }
    }

    @Test
    void lateDataOfAClosedDayIsToldAsARevision() {
        send(heartRate(UUID.randomUUID(), 1, true, 60));
        await().until(() -> readings() == 1);
        send(heartRate(UUID.randomUUID(), 2, true, 60, 90));

        try (KafkaRecords events = KafkaRecords.of(Topic.WEARABLES)) {
            events.await(KafkaRecords.withKey(patient).and(KafkaRecords.withType("wearables.aggregate-revised")));
        }
        assertThat(rollup().revision()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatLostItsEndIsFilledUpFromTheTopic() {
        long before = mergedRecords();
        send(heartRate(UUID.randomUUID(), 1, true, 60, 70));
        await().until(() -> readings() == 2 && mergedRecords() > before);

        // restored from before this sync: its chunk and rollup are gone and the watermark points before its record
        collection("watermarks").find().forEach(watermark -> collection("watermarks")
                .updateOne(
                        new BsonDocument("_id", watermark.get("_id")),
                        new BsonDocument("$set", new BsonDocument("next", new BsonInt64(0)))));
        collection("chunks").deleteMany(Filters.regex("_id", "^" + patient));
        collection("rollups").deleteMany(Filters.regex("_id", "^" + patient));
        assertThat(rollup()).isNull();

        await().atMost(Duration.ofSeconds(30)).until(() -> readings() == 2);
    }

    private ReadingBatch heartRate(UUID sync, long receivedAt, boolean last, double... values) {
        Series.Builder series = Series.newBuilder()
                .setMetric("heart_rate")
                .setSource(Source.newBuilder().setName("Watch").setKind(SourceKind.SOURCE_KIND_WATCH))
                .setBaseMs(NOON);
        for (int i = 0; i < values.length; i++) {
            series.addStartDeltaMs(i == 0 ? 0 : 60_000).addValue(values[i]);
        }
        return ReadingBatch.newBuilder()
                .setPatientId(patient)
                .setSyncId(sync.toString())
                .setReceivedAtMs(receivedAt)
                .setLast(last)
                .addSeries(series)
                .build();
    }

    private void send(ReadingBatch... batches) {
        try (KafkaSender sender = new KafkaSender()) {
            for (ReadingBatch batch : batches) {
                sender.send(topic(), patient, batch.toByteArray(), Map.of());
            }
        }
    }

    private int readings() {
        DayRollup rollup = rollup();
        return rollup == null ? 0 : rollup.readings();
    }

    private DayRollup rollup() {
        DayKey day = new DayKey(patient, DAY);
        FencedCollection.Stored stored = new FencedCollection(collection("rollups"))
                .load(List.of(day.id()))
                .get(day.id());
        return stored == null ? null : DayRollups.decode(day, stored.content()).rollup(MetricType.HEART_RATE);
    }

    private boolean merged(ReadingBatch batch) {
        return completed(UUID.fromString(batch.getSyncId()));
    }

    private boolean completed(UUID sync) {
        BsonDocument outcome =
                collection("syncs").find(Filters.eq("_id", sync.toString())).first();
        return outcome != null
                && outcome.getBoolean("completed", BsonBoolean.FALSE).getValue();
    }

    /** As far as the watermarks say. */
    private long mergedRecords() {
        long merged = 0;
        for (BsonDocument watermark : collection("watermarks").find()) {
            merged += watermark.getInt64("next").getValue();
        }
        return merged;
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return client.getDatabase("wearables").getCollection(name, BsonDocument.class);
    }

    private static String topic() {
        return Topic.WEARABLES_READINGS.topicName();
    }
}
