package health.cloudcare.patient.accesslog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes the audit trail into the log, a poll at a time. Nothing is skipped: a poll that the database cannot take is tried until it
 * can. What can never be logged is put aside alone.
 */
@ApplicationScoped
class AccessEvents {

    private static final Logger LOG = Logger.getLogger(AccessEvents.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final AccessLog log;
    private final AccessDeadLetterPublisher deadLetters;

    AccessEvents(AccessLog log, AccessDeadLetterPublisher deadLetters) {
        this.log = log;
        this.deadLetters = deadLetters;
    }

    private record Sound(ConsumerRecord<String, byte[]> record, LoggedAccess access) {}

    private record Poison(ConsumerRecord<String, byte[]> record, String cause) {}

    @Incoming("access")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Sound> sound = new ArrayList<>();
        List<Poison> poison = new ArrayList<>();
        records.forEach(record -> sort(record, sound, poison));
        return append(sound)
                .chain(() -> putAside(poison))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "a poll of %d accesses is tried again", records.count()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely();
    }

    private static void sort(ConsumerRecord<String, byte[]> record, List<Sound> sound, List<Poison> poison) {
        try {
            Optional<LoggedAccess> access = AccessRecord.read(record);
            access.ifPresent(logged -> sound.add(new Sound(record, logged)));
        } catch (PoisonRecordException e) {
            poison.add(new Poison(record, e.reason()));
        }
    }

    private Uni<Void> append(List<Sound> batch) {
        return Uni.createFrom()
                .deferred(() -> log.append(batch.stream().map(Sound::access).toList()))
                .onFailure(AccessEvents::isOfTheData)
                .recoverWithUni(failure -> batch.size() == 1
                        ? putAside(new Poison(batch.getFirst().record(), "refused by the database"))
                        : oneByOne(batch));
    }

    private Uni<Void> oneByOne(List<Sound> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(sound -> append(List.of(sound)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A data exception or a violated constraint, which no repetition mends. */
    private static boolean isOfTheData(Throwable failure) {
        return failure instanceof PgException refusal
                && refusal.getSqlState() != null
                && (refusal.getSqlState().startsWith("22")
                        || refusal.getSqlState().startsWith("23"));
    }

    private Uni<Void> putAside(List<Poison> poison) {
        return Multi.createFrom()
                .iterable(poison)
                .onItem()
                .transformToUniAndConcatenate(this::putAside)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putAside(Poison poison) {
        ConsumerRecord<String, byte[]> record = poison.record();
        LOG.errorf(
                "%s-%d@%d goes to the dead letters: %s",
                record.topic(), record.partition(), record.offset(), poison.cause());
        return deadLetters.publish(record, poison.cause());
    }
}
