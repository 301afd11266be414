package health.cloudcare.auth.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.Topic;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** service-kit-outbox, in a service, on a real database and broker. */
@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class OutboxTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");

    @Inject
    Outbox outbox;

    @Inject
    InterruptibleBroker broker;

    @AfterEach
    void comeBack() {
        broker.comeBack();
    }

    @Test
    void publishesTheEventsOfAKeyInTheirOrder() throws Throwable {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<String> ofOne = new ArrayList<>();
        List<String> ofOther = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ofOne.add(commit(deleted(one)));
            ofOther.add(commit(deleted(other)));
        }

        assertThat(published(one, 20)).containsExactlyElementsOf(ofOne);
        assertThat(published(other, 20)).containsExactlyElementsOf(ofOther);
        await().until(() -> waiting() == 0);
    }

    @Test
    void keepsEventsWhileTheBrokerIsDownAndPublishesThemInOrderAfterwards() throws Throwable {
        broker.goDown();
        UUID account = UUID.randomUUID();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(commit(deleted(account)));
        }
        await().until(broker::hasRefused);
        assertThat(waiting()).isGreaterThanOrEqualTo(5);

        broker.comeBack();

        assertThat(published(account, 5)).containsExactlyElementsOf(events);
    }

    @Test
    void anEventOfATransactionThatRollsBackNeverHappened() throws Throwable {
        UUID account = UUID.randomUUID();
        Event lost = deleted(account);

        assertThatThrownBy(() ->
                        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(lost)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("roll back"))))))
                .hasMessageContaining("roll back");
        String kept = commit(deleted(account));

        assertThat(published(account, 1)).containsExactly(kept);
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> Panache.withSession(() -> outbox.append(deleted(UUID.randomUUID())))))
                .hasMessageContaining("within a transaction");
    }

    private String commit(Event event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(event)));
        return event.eventId().toString();
    }

    private static long waiting() throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery("SELECT count(*) FROM outbox", Long.class)
                            .getSingleResult())));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> published(UUID key, int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            return records.await(withKey(key.toString()), count).stream()
                    .map(record -> KafkaRecords.header(record, "ce_id"))
                    .toList();
        }
    }

    private static Event deleted(UUID account) {
        return new AccountDeleted(NOW, account, "PATIENT", account, null, null);
    }
}
