package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.servicekit.inbox.Inbox;

/** Ends the hospital's access with the stay. Everybody else learns of it from the consent topic alone. */
@ApplicationScoped
class AdmissionEnd {

    private static final Logger LOG = Logger.getLogger(AdmissionEnd.class);
    private static final String CONSUMER = "admission-end";

    private final Inbox inbox;
    private final Consents consents;
    private final ConsentPublisher publisher;
    private final CareTeam team;
    private final Clock clock;

    AdmissionEnd(Inbox inbox, Consents consents, ConsentPublisher publisher, CareTeam team, Clock clock) {
        this.inbox = inbox;
        this.consents = consents;
        this.publisher = publisher;
        this.team = team;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> discharge(PatientDischarged event) {
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? consents.findById(event.consentId(), LockModeType.PESSIMISTIC_WRITE)
                        : Uni.createFrom().nullItem())
                .chain(consent -> discharge(consent, event));
    }

    /** One that has ended already, or is gone with its patient, needs no end. */
    private Uni<Void> discharge(@Nullable Consent consent, PatientDischarged event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (consent == null || !(consent.state(now) instanceof ConsentState.Admitted)) {
            return Uni.createFrom().voidItem();
        }
        if (!event.hospitalId().equals(consent.hospitalId())) {
            LOG.errorf("%s of another hospital than discharged by %s", consent, event.hospitalId());
            return Uni.createFrom().voidItem();
        }
        consent.discharge(earlier(event.occurredAt(), now), now);
        return publisher.publish(consent, now).chain(() -> team.endAllOf(consent.id(), now));
    }

    /** The hospital's clock may be ahead of ours, and what ends in the future has not ended. */
    private static Instant earlier(Instant occurredAt, Instant now) {
        return occurredAt.isBefore(now) ? occurredAt : now;
    }
}
