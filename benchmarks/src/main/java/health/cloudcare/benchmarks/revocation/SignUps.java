package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.EventJson;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Makes patients known to the services, in place of auth-service: its call to patient-service, and its event. */
record SignUps(int patientServicePort, String bootstrap, String serviceToken, Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final String PATH = "/internal/v1/patients/";

    /** Returns when patient-service knows all of them. */
    void signUp(List<Holder> patients) throws IOException, InterruptedException, ExecutionException {
        try (Connection service = Connection.open(patientServicePort);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Holder patient : patients) {
                UUID account = UUID.randomUUID();
                service.exchange(Requests.put(PATH + patient.id(), serviceToken, """
                        {"account_id":"%s","first_name":"Asha","last_name":"Rao","date_of_birth":"1990-04-05","city":"Bengaluru"}\
                        """.formatted(account)));
                sent.add(producer.send(activation(account, patient)));
            }
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Holder patient : patients) {
                awaitKnown(patient, service, end);
            }
        }
    }

    private ProducerRecord<String, byte[]> activation(UUID account, Holder patient) {
        var event = new AccountRegistered(clock.instant(), account, "PATIENT", patient.id(), null, null);
        var record = new ProducerRecord<>(event.topic().topicName(), event.key(), EventJson.write(event));
        record.headers()
                .add("ce_id", event.eventId().toString().getBytes(US_ASCII))
                .add("ce_type", event.type().getBytes(US_ASCII));
        return record;
    }

    private void awaitKnown(Holder patient, Connection service, long end) throws IOException {
        byte[] question = Requests.get(PATH + patient.id(), serviceToken);
        while (service.exchangeAny(question) != 200) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "patient-service has not completed a registration within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    @Override
    public String toString() {
        return "SignUps at port " + patientServicePort;
    }
}
