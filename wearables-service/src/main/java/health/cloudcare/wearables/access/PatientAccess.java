package health.cloudcare.wearables.access;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

/** Asks for the decision on a patient's wearable data. Several calls name no patient and mean the caller. */
@ApplicationScoped
public class PatientAccess {

    private final CallerIdentity identity;
    private final AccessDecision decision;

    PatientAccess(CallerIdentity identity, AccessDecision decision) {
        this.identity = identity;
        this.decision = decision;
    }

    /**
     * Fails with a 403 or 404 problem when refused.
     *
     * @param named the patient that the request names, if it names one
     */
    public Uni<Grant> require(@Nullable UUID named, Action action, String resource) {
        return Uni.createFrom().deferred(() -> {
            UUID patientId = named == null ? identity.caller().patientId() : named;
            return patientId == null
                    ? Uni.createFrom()
                            .failure(ProblemType.FORBIDDEN.problem("Only a patient has readings of their own."))
                    : decision.require(new AccessRequest(patientId, DataCategory.WEARABLES, action, resource));
        });
    }

    /** Whether the caller is that patient, without asking for anything yet. */
    public boolean isOwner(UUID patientId) {
        return identity.caller().isPatient(patientId);
    }
}
