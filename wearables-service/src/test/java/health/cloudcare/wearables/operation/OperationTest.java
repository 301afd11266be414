package health.cloudcare.wearables.operation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.Topic;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.contracts.readings.Source;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.UploadTests;
import health.cloudcare.wearables.patient.Patients;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class OperationTest {
    private static final String REPLAYS = "/internal/v1/wearables/dead-letters/replays";
    private static final String CHECKS = "/internal/v1/wearables/rollups/checks";

    @Inject
    MongoClient client;

    @Inject
    Patients patients;

    private final Instant noon = Clock.systemUTC().instant().minus(3, ChronoUnit.DAYS);
    private UUID patient = UUID.randomUUID();

    @BeforeEach
    void known() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
    }

    @Test
    void deadLettersAreReplayedOnce() {
        String origin = UUID.randomUUID().toString();
        letter(origin, "0", pulses(60, 61));
        letter(origin, "0", pulses(60, 61));
        letter(UUID.randomUUID().toString(), "3", pulses(99));

        operator(REPLAYS, Map.of())
                .statusCode(200)
                .body("replayed", greaterThanOrEqualTo(1))
                .body("repeated", greaterThanOrEqualTo(1))
                .body("given_up", greaterThanOrEqualTo(1));

        await().until(() -> stored() == 2);
        operator(REPLAYS, Map.of()).statusCode(200).body("repeated", equalTo(0)).body("given_up", equalTo(0));
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void figuresThatAreNotThoseOfTheirReadingsAreFoundAndMended() {
        send(pulses(60, 70));
        await().until(() -> stored() == 2);
        assertThat(differences(false)).isEmpty();

        assertThat(collection("rollups")
                        .deleteMany(Filters.regex("_id", "^" + patient))
                        .getDeletedCount())
                .isPositive();

        assertThat(differences(false)).isNotEmpty();
        assertThat(differences(true)).contains("heart_rate");
        await().until(() -> differences(false).isEmpty());
        UploadTests.as(patient)
                .queryParam("patient_id", patient)
                .queryParam("metric_type", "heart_rate")
                .get("/api/v1/wearables/metrics/aggregated")
                .then()
                .body("metrics.heart_rate[0].count", equalTo(2));
    }

    @Test
    void ofAnErasedPatientNothingIsLeftAndNothingComes() {
        send(pulses(60, 70));
        UploadTests.as(patient)
                .body(Map.of("patient_id", patient, "name", "Watch", "type", "watch", "device_id", "w-" + patient))
                .post("/api/v1/wearables/devices")
                .then()
                .statusCode(201);
        await().until(() -> stored() == 2);

        PatientErased event = new PatientErased(Clock.systemUTC().instant(), patient);
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    Topic.PATIENT.topicName(),
                    patient.toString(),
                    EventJson.write(event),
                    Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
        }
        await().until(() -> List.of("chunks", "rollups", "calendars", "record_versions", "devices").stream()
                .allMatch(name -> documents(name) == 0));

        send(pulses(60, 70, 80));
        // what comes behind them is put aside once they have been looked at
        try (KafkaSender sender = new KafkaSender();
                KafkaRecords letters = KafkaRecords.of(
                        BackingServicesProcess.address(BackingService.KAFKA), Topic.WEARABLES_READINGS.dlq())) {
            sender.send(Topic.WEARABLES_READINGS.topicName(), patient.toString(), "poison", Map.of());
            letters.await(KafkaRecords.withKey(patient.toString()));
        }
        assertThat(documents("chunks") + documents("rollups") + documents("calendars"))
                .isZero();
    }

    @Test
    void onlyOperatorsAsk() {
        for (String path : List.of(REPLAYS, CHECKS)) {
            given().contentType("application/json")
                    .body(Map.of())
                    .post(path)
                    .then()
                    .spec(problem(401));
            given().auth()
                    .oauth2(Tokens.patient(patient))
                    .contentType("application/json")
                    .body(Map.of())
                    .post(path)
                    .then()
                    .spec(problem(403));
        }
    }

    private static ValidatableResponse operator(String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.systemAdmin())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /** Metrics of this patient's days that differ. */
    private List<String> differences(boolean rebuild) {
        String own = UUID.nameUUIDFromBytes(patient.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        // the text before this patient's id
        String before = patient.toString().substring(0, 35);
        return operator(CHECKS, Map.of("after", before, "rebuild", rebuild))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("differences.findAll { it.patient == '" + own + "' }.metric");
    }

    private long stored() {
        BsonDocument totals = collection("calendars")
                .find(Filters.eq("_id", patient.toString()))
                .first();
        return totals == null
                ? 0
                : given().auth()
                        .oauth2(Tokens.patient(patient))
                        .queryParam("patient_id", patient)
                        .get("/api/v1/wearables/metrics/comprehensive")
                        .jsonPath()
                        .getLong("device_info.total_metrics");
    }

    private long documents(String name) {
        String member = name.equals("devices") ? "patient_id" : "_id";
        return collection(name).countDocuments(Filters.regex(member, "^" + patient));
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return client.getDatabase("wearables").getCollection(name, BsonDocument.class);
    }

    private ReadingBatch pulses(double... values) {
        Series.Builder series = Series.newBuilder()
                .setMetric("heart_rate")
                .setSource(Source.newBuilder().setName("Watch"))
                .setBaseMs(noon.toEpochMilli());
        for (int i = 0; i < values.length; i++) {
            series.addStartDeltaMs(i == 0 ? 0 : 60_000).addValue(values[i]);
        }
        return ReadingBatch.newBuilder()
                .setPatientId(patient.toString())
                .setSyncId(UUID.randomUUID().toString())
                .setReceivedAtMs(noon.toEpochMilli())
                .setLast(true)
                .addSeries(series)
                .build();
    }

    private static void send(ReadingBatch batch) {
        send(Topic.WEARABLES_READINGS.topicName(), batch, Map.of());
    }

    private static void letter(String offset, String attempt, ReadingBatch batch) {
        send(
                Topic.WEARABLES_READINGS.dlq(),
                batch,
                Map.of(
                        "dead-letter-topic",
                        Topic.WEARABLES_READINGS.topicName(),
                        "dead-letter-partition",
                        "0",
                        "dead-letter-offset",
                        offset,
                        "dead-letter-attempt",
                        attempt));
    }

    private static void send(String topic, ReadingBatch batch, Map<String, String> headers) {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(topic, batch.getPatientId(), batch.toByteArray(), headers);
        }
    }
}
