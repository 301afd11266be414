package health.cloudcare.servicekit.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.hibernate.reactive.mutiny.Mutiny;

import health.cloudcare.contracts.Event;
import health.cloudcare.servicekit.event.EventMessage;

/** Publishes what becomes true with the caller's transaction: if that rolls back, the event never happened. */
@ApplicationScoped
public class Outbox {

    private final OutboxRows rows;

    Outbox(OutboxRows rows) {
        this.rows = rows;
    }

    /** All of them in this order, for whoever works with many rows past Hibernate, in the transaction that is open there. */
    public Uni<Void> appendAll(SqlConnection transaction, List<? extends Event> events) {
        return rows.insert(transaction, events.stream().map(EventMessage::of).toList());
    }

    /** Fails outside a transaction, where the event could be lost or tell of something that did not happen. */
    public Uni<Void> append(Event event) {
        EventMessage message = EventMessage.of(event);
        return Panache.getSession().chain(session -> append(session, message));
    }

    private static Uni<Void> append(Mutiny.Session session, EventMessage message) {
        if (session.currentTransaction() == null) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("an event is appended within a transaction: " + message));
        }
        return session.persist(new OutboxEntry(message));
    }
}
