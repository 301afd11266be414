package health.cloudcare.doctor.consent;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.doctor.carelist.CareListChanges;
import health.cloudcare.servicekit.event.EventReception;

/** Patients who connect are on the doctor's list by name. */
@ApplicationScoped
class ConnectionEvents {

    private final EventReception events;
    private final CareListChanges list;

    ConnectionEvents(EventReception events, CareListChanges list) {
        this.events = events;
        this.list = list;
    }

    /** Requests that came to nothing never put anybody on the list. */
    @Incoming("connections")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, ConnectionAccepted.TYPE, ConnectionAccepted.class, list::apply)
                .chain(() -> events.receive(record, ConnectionRemoved.TYPE, ConnectionRemoved.class, list::apply));
    }
}
