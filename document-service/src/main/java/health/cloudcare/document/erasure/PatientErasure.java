package health.cloudcare.document.erasure;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.PatientErased;
import health.cloudcare.document.record.RecordKeeping;
import health.cloudcare.document.recordrequest.RecordRequests;
import health.cloudcare.servicekit.inbox.Inbox;

/** Removes everything that is kept of a patient who left. */
@ApplicationScoped
class PatientErasure {

    private static final String CONSUMER = "patient-erasure";

    private final Inbox inbox;
    private final RecordKeeping records;
    private final RecordRequests requests;
    private final Clock clock;

    PatientErasure(Inbox inbox, RecordKeeping records, RecordRequests requests, Clock clock) {
        this.inbox = inbox;
        this.records = records;
        this.requests = requests;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> erase(PatientErased event) {
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? requests.eraseAllOf(event.patientId())
                                .chain(() -> records.eraseAllOf(event.patientId(), clock.instant()))
                        : Uni.createFrom().voidItem());
    }
}
