package health.cloudcare.hospital.admission;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What the hospital said of an admission stays with the hospital: it waits here for the patient's answer. */
@ApplicationScoped
class RequestedDetails {

    private final Admissions admissions;
    private final Clock clock;

    RequestedDetails(Admissions admissions, Clock clock) {
        this.admissions = admissions;
        this.clock = clock;
    }

    /** The consent topic may have told of the request before. */
    @WithTransaction
    Uni<Void> keep(UUID consentId, UUID hospitalId, AdmitRequest request) {
        return admissions
                .lock(consentId, hospitalId, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .invoke(admission -> admission.describe(request.patientId(), request.details()))
                .replaceWithVoid();
    }
}
