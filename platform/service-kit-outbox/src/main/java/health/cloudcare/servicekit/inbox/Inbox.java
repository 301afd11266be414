package health.cloudcare.servicekit.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Remembers which events a consumer has dealt with, in the transaction in which it deals with them. */
@ApplicationScoped
public class Inbox {

    /** Returns a row so that it counts as a query: Hibernate Reactive complains about native updates at every commit. */
    private static final String INSERT =
            "INSERT INTO inbox (consumer, event_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING event_id";

    /** Whether the event is new to the consumer. Two deliveries at once wait for each other; the second one is not new. */
    public Uni<Boolean> firstTime(String consumer, String eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT, String.class)
                        .setParameter(1, consumer)
                        .setParameter(2, eventId)
                        .getResultList())
                .map(inserted -> !inserted.isEmpty());
    }
}
