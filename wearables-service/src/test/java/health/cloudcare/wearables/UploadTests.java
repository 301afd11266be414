package health.cloudcare.wearables;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientRegistered;
import health.cloudcare.contracts.Topic;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;

/** The words that the tests of the upload calls share. */
public final class UploadTests {

    private UploadTests() {}

    public static RequestSpecification as(UUID patient) {
        return given().auth().oauth2(Tokens.patient(patient)).contentType(ContentType.JSON);
    }

    /** A patient that patient-service has told of. */
    public static UUID knownPatient(Predicate<UUID> known) {
        UUID patient = UUID.randomUUID();
        PatientRegistered event =
                new PatientRegistered(java.time.Clock.systemUTC().instant(), patient, "Europe/Paris");
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    Topic.PATIENT.topicName(),
                    patient.toString(),
                    EventJson.write(event),
                    Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
        }
        Awaitility.await().until(() -> known.test(patient));
        return patient;
    }

    /** The batches of one sync, all of them. */
    public static List<ReadingBatch> batches(UUID patient) {
        try (KafkaRecords records = KafkaRecords.of(Topic.WEARABLES_READINGS)) {
            return records
                    .until(seen -> seen.stream()
                            .filter(KafkaRecords.withKey(patient.toString()))
                            .anyMatch(record -> batch(record.value()).getLast()))
                    .stream()
                    .filter(KafkaRecords.withKey(patient.toString()))
                    .map(record -> batch(record.value()))
                    .toList();
        }
    }

    public static Stream<Double> values(List<ReadingBatch> batches, String metric) {
        return batches.stream()
                .flatMap(batch -> batch.getSeriesList().stream())
                .filter(series -> series.getMetric().equals(metric))
                .flatMap(series -> series.getValueList().stream());
    }

    private static ReadingBatch batch(byte[] value) {
        try {
            return ReadingBatch.parseFrom(value);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
