package health.cloudcare.hospital.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.servicekit.event.EventReception;

/** Doctors and hospitals settle with doctor-service who works where. */
@ApplicationScoped
class AffiliationEvents {

    private final EventReception events;
    private final Staff staff;

    AffiliationEvents(EventReception events, Staff staff) {
        this.events = events;
        this.staff = staff;
    }

    @Incoming("affiliations")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return events.receive(record, AffiliationChanged.TYPE, AffiliationChanged.class, staff::learn);
    }
}
