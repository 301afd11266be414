package health.cloudcare.patient.consent;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/** A view of consents as long as the service has none of its own: approved ones, by category and time alone. */
@DefaultBean
@Priority(1)
@ApplicationScoped
class TableConsents implements ConsentView {

    private final Consents consents;
    private final Clock clock;

    TableConsents(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    @WithSession
    public Uni<Judgement> judge(Caller caller, AccessRequest request) {
        return consents.<Consent>list("patientId = ?1 and status = ?2", request.patientId(), ConsentStatus.APPROVED)
                .map(approved -> approved.stream()
                        .filter(consent -> caller.profileId() != null
                                && (caller.profileId().equals(consent.doctorId())
                                        || caller.profileId().equals(consent.hospitalId())))
                        .filter(consent -> consent.expiresAt().isAfter(clock.instant()))
                        .filter(consent -> consent.terms().categories().contains(request.category()))
                        .<Judgement>map(consent -> new Judgement.Open(consent.id(), Scope.EVERYTHING, false))
                        .findFirst()
                        .orElseGet(() -> new Judgement.Closed("no consent")));
    }

    @Override
    public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
        throw new UnsupportedOperationException("nobody asks here");
    }
}
