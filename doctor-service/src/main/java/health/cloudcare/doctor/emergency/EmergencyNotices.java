package health.cloudcare.doctor.emergency;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.EmergencyAccessOpened;
import health.cloudcare.doctor.affiliation.Affiliations;
import health.cloudcare.servicekit.inbox.Inbox;
import health.cloudcare.servicekit.outbox.Outbox;

/** Patient-service knows that a doctor broke the glass, but not for whom the doctor works. */
@ApplicationScoped
public class EmergencyNotices {

    private static final String CONSUMER = "emergency-notices";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Affiliations affiliations;

    EmergencyNotices(Inbox inbox, Outbox outbox, Affiliations affiliations) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.affiliations = affiliations;
    }

    /** Once per emergency, under whichever event id it is told of. */
    @WithTransaction
    public Uni<Void> tell(ConsentGranted emergency) {
        UUID doctorId = emergency.doctorId();
        if (doctorId == null) {
            return Uni.createFrom().voidItem(); // only doctors break the glass
        }
        return inbox.firstTime(CONSUMER, emergency.consentId().toString())
                .chain(first ->
                        first ? publish(doctorId, emergency) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(UUID doctorId, ConsentGranted emergency) {
        return affiliations
                .hospitalsAnsweringFor(doctorId)
                .chain(hospitals -> outbox.append(new EmergencyAccessOpened(
                        emergency.occurredAt(),
                        doctorId,
                        emergency.patientId(),
                        emergency.consentId(),
                        hospitals,
                        emergency.expiresAt())));
    }
}
