package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessHeadSigned;
import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.accesslog.Accesses.read;
import static health.cloudcare.patient.accesslog.Accesses.refused;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccessEventsTest {

    private static final String TOPIC = Topic.ACCESS.topicName();

    @Inject
    LogDriver log;

    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();

    @Test
    void logsEachAccessOnceInTheOrderItWasTold() {
        DataAccessed first = read(patient, "r1");
        AccessRefused second = refused(patient, doctor);
        DataAccessed third = read(patient, "r3");

        send(first, second, first, third, second);
        awaitLogged(third);

        assertThat(loggedOf(patient))
                .containsExactly("1 " + first.eventId(), "2 " + second.eventId(), "3 " + third.eventId());
        assertThat(one(
                        "SELECT outcome || ' ' || reason || ' ' || client_ip FROM access_log WHERE event_id = ?",
                        second))
                .isEqualTo("REFUSED no consent 2001:db8::1");
        log.awaitApart(patient);
        assertThat(log.problemsOf(patient)).isEmpty();
    }

    @Test
    void aRedeliveryAfterTheCommitChangesNothing() {
        List<DataAccessed> told = Stream.of("r1", "r2", "r3")
                .map(resource -> read(patient, resource))
                .toList();
        send(told.toArray(Event[]::new));
        awaitLogged(told.getLast());
        List<String> before = loggedOf(patient);

        send(told.toArray(Event[]::new));
        DataAccessed after = read(patient, "r4");
        send(after);
        awaitLogged(after);

        assertThat(loggedOf(patient)).hasSize(4).startsWith(before.toArray(String[]::new));
        log.awaitApart(patient);
        assertThat(log.problemsOf(patient)).isEmpty();
    }

    @Test
    void signsTheHeadAndKeepsItApart() {
        log.append(Accesses.of(patient, 5));

        try (KafkaRecords records = KafkaRecords.of(Topic.ACCESS_HEAD)) {
            var record = records.await(withKey(patient.toString()));
            AccessHeadSigned head = EventJson.read(record.value(), AccessHeadSigned.class);
            assertThat(KafkaRecords.header(record, "ce_type")).isEqualTo(AccessHeadSigned.TYPE);
            assertThat(head.sequence()).isEqualTo(5);
            assertThat(head.hash())
                    .isEqualTo(Tables.one(
                            String.class,
                            "SELECT encode(hash, 'hex') FROM access_log WHERE patient_id = ? AND sequence = 5",
                            patient));
            assertThat(head.signature())
                    .isEqualTo(Tables.one(
                            String.class, "SELECT signature FROM access_log_head WHERE patient_id = ?", patient));
        }
    }

    @Test
    void putsPoisonAsideAndItsNeighboursGoThrough() {
        String good = json(read(patient, "r1"));
        Map<String, String> poison = Map.of(
                "no JSON", "{",
                "nothing", "null",
                "no patient", good.replace("\"patient_id\"", "\"other\""),
                "a null character", good.replace("\"r1\"", "\"r\\u0000\""),
                "a time beyond all", good.replace("2025-", "9999-"));
        DataAccessed before = read(patient, "before");
        DataAccessed after = read(patient, "after");

        send(before);
        try (KafkaSender sender = new KafkaSender()) {
            poison.forEach((id, value) ->
                    sender.send(TOPIC, patient.toString(), value, Map.of("ce_type", DataAccessed.TYPE, "ce_id", id)));
            sender.send(TOPIC, patient.toString(), good, Map.of("ce_type", AccessRefused.TYPE, "ce_id", "no reason"));
            sender.send(TOPIC, patient.toString(), good, Map.of("ce_id", "no type"));
        }
        send(after);
        awaitLogged(after);

        try (KafkaRecords dead = deadLetters()) {
            var letters = dead.await(withKey(patient.toString()), poison.size() + 2);
            assertThat(letters).hasSize(poison.size() + 2).allSatisfy(letter -> {
                String id = KafkaRecords.header(letter, "ce_id");
                assertThat(KafkaRecords.text(letter)).isEqualTo(poison.getOrDefault(id, good));
                assertThat(KafkaRecords.header(letter, "dead-letter-cause")).isNotBlank();
                assertThat(KafkaRecords.header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
            });
        }
        assertThat(loggedOf(patient)).containsExactly("1 " + before.eventId(), "2 " + after.eventId());
        log.awaitApart(patient);
        assertThat(log.problemsOf(patient)).isEmpty();
    }

    @Test
    void whatOnlyTheDatabaseRefusesIsPutAsideAlone() {
        log.append(Accesses.of(patient, 1));
        // somebody put an entry where the next one belongs
        Tables.change("""
                INSERT INTO access_log SELECT patient_id, 2, gen_random_uuid(), occurred_at, actor_account_id, actor_role,
                       actor_profile_id, category, action, resource, outcome, reason, consent_id, emergency, client_ip,
                       correlation_id, prev_hash, hash FROM access_log WHERE patient_id = ?
                """, patient);
        UUID other = UUID.randomUUID();
        DataAccessed blocked = read(patient, "blocked");
        DataAccessed free = read(other, "free");

        send(blocked, free);
        awaitLogged(free);

        try (KafkaRecords dead = deadLetters()) {
            var record = dead.await(withKey(patient.toString()));
            assertThat(KafkaRecords.header(record, "ce_id"))
                    .isEqualTo(blocked.eventId().toString());
        }
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(TOPIC, patient.toString(), "{}", Map.of("ce_type", "access.of-the-future"));
        }
        DataAccessed after = read(patient, "after");
        send(after);
        awaitLogged(after);

        assertThat(loggedOf(patient)).hasSize(1);
    }

    @Test
    void keepsMicrosecondsAndLetsNanosecondsGo() {
        DataAccessed event = read(patient, doctor, "r1", Instant.parse("2026-03-01T10:15:30.123456789Z"));

        send(event);
        awaitLogged(event);

        assertThat(one("SELECT extract(microseconds FROM occurred_at)::text FROM access_log WHERE event_id = ?", event))
                .startsWith("30123456");
        log.awaitApart(patient);
        assertThat(log.problemsOf(patient)).isEmpty();
    }

    private static KafkaRecords deadLetters() {
        return KafkaRecords.of(BackingServicesProcess.address(BackingService.KAFKA), Topic.ACCESS.dlq());
    }

    private static void awaitLogged(Event event) {
        Tables.awaitTrue("SELECT count(*) = 1 FROM access_log WHERE event_id = ?", event.eventId());
    }

    private static List<String> loggedOf(UUID patient) {
        String lines = Tables.one(
                String.class,
                "SELECT string_agg(sequence || ' ' || event_id, E'\\n' ORDER BY sequence) FROM access_log WHERE patient_id = ?",
                patient);
        return lines.lines().toList();
    }

    private static String one(String query, Event event) {
        return Tables.one(String.class, query, event.eventId());
    }

    private static String json(Event event) {
        return new String(EventJson.write(event), UTF_8);
    }
}
