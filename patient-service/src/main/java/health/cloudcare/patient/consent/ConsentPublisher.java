package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.servicekit.outbox.Outbox;

/** Tells what became of a consent, in the transaction in which it became so. */
@ApplicationScoped
class ConsentPublisher {

    private final Consents consents;
    private final Outbox outbox;

    ConsentPublisher(Consents consents, Outbox outbox) {
        this.consents = consents;
        this.outbox = outbox;
    }

    /** The state it is in now. Writes the change first: that gives the event its version, or fails as too late. */
    Uni<Void> publish(Consent consent, Instant now) {
        return consents.flush().chain(() -> outbox.append(event(consent, now)));
    }

    /** The end of a consent that is about to be removed itself. */
    Uni<Void> publishRemoval(Consent consent, Instant now) {
        return outbox.append(new ConsentRevoked(
                now,
                consent.patientId(),
                consent.id(),
                consent.version() + 1,
                consent.doctorId(),
                consent.hospitalId()));
    }

    private static Event event(Consent consent, Instant now) {
        UUID patient = consent.patientId();
        UUID id = consent.id();
        int version = consent.version();
        @Nullable UUID doctor = consent.doctorId();
        @Nullable UUID hospital = consent.hospitalId();
        return switch (consent.state(now)) {
            case ConsentState.Pending ignored -> new ConsentRequested(now, patient, id, version, doctor, hospital);
            case ConsentState.Approved ignored -> granted(consent, now);
            case ConsentState.Admitted ignored -> granted(consent, now);
            case ConsentState.Denied ignored -> new ConsentDenied(now, patient, id, version, doctor, hospital);
            case ConsentState.Revoked ignored -> new ConsentRevoked(now, patient, id, version, doctor, hospital);
            case ConsentState.Expired ignored ->
                new ConsentExpired(consent.expiresAt(), patient, id, version, doctor, hospital);
        };
    }

    private static ConsentGranted granted(Consent consent, Instant now) {
        ConsentTerms terms = consent.terms();
        ReadPeriod readsPer = terms.readsPer();
        return new ConsentGranted(
                now,
                consent.patientId(),
                consent.id(),
                consent.version(),
                consent.doctorId(),
                consent.hospitalId(),
                terms.categoryNames(),
                terms.metrics(),
                terms.dataFrom(),
                terms.dataTo(),
                terms.resolution().name(),
                consent.expiresAt(),
                terms.maxReads(),
                readsPer == null ? null : readsPer.name(),
                terms.accessMode().name(),
                consent.kind());
    }
}
