package health.cloudcare.servicekit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import health.cloudcare.contracts.Event;
import health.cloudcare.servicekit.event.EventMessage;

/** Publishes what becomes true with the caller's transaction: if that rolls back, the event never happened. */
@ApplicationScoped
public class Outbox {

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
