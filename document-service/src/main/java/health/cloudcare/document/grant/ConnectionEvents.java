package health.cloudcare.document.grant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.servicekit.event.EventReception;

/** Requests that came to nothing never were connections. */
@ApplicationScoped
class ConnectionEvents {

    private final EventReception events;
    private final FileGrants grants;

    ConnectionEvents(EventReception events, FileGrants grants) {
        this.events = events;
        this.grants = grants;
    }

    @Incoming("connections")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(
                        record, ConnectionAccepted.TYPE, ConnectionAccepted.class, event -> grants.learn(event, true))
                .chain(() -> events.receive(
                        record, ConnectionRemoved.TYPE, ConnectionRemoved.class, event -> grants.learn(event, false)));
    }
}
