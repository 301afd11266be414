package health.cloudcare.wearables.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.metric.MetricType;

/** Asks for the decision on a patient's wearable data. Several calls name no patient and mean the caller. */
@ApplicationScoped
public class PatientAccess {

    private static final Set<String> ALL_METRICS =
            Arrays.stream(MetricType.values()).map(MetricType::code).collect(Collectors.toUnmodifiableSet());

    private final CallerIdentity identity;
    private final AccessDecision decision;

    PatientAccess(CallerIdentity identity, AccessDecision decision) {
        this.identity = identity;
        this.decision = decision;
    }

    /** For what cannot be shown in part: reading takes a consent to all metrics, as finely as they are. */
    public Uni<Grant> requireUnnarrowed(@Nullable UUID named, String resource) {
        return require(named, patientId -> asked(patientId, Action.READ, resource)
                .at(Resolution.RAW)
                .ofMetrics(ALL_METRICS));
    }

    /**
     * Fails with a 403 or 404 problem when refused.
     *
     * @param named the patient that the request names, if it names one
     */
    public Uni<Grant> require(@Nullable UUID named, Action action, String resource) {
        return require(named, patientId -> asked(patientId, action, resource));
    }

    /**
     * For readings that come in. A paired device may send them as well, of itself alone.
     *
     * @param deviceIds that the upload names
     */
    public Uni<Grant> requireUpload(@Nullable UUID named, String resource, Collection<String> deviceIds) {
        return require(named, patientId -> asked(patientId, Action.WRITE, resource)
                        .alsoByDevices())
                .invoke(grant -> {
                    String own = grant.caller().deviceId();
                    if (own != null && deviceIds.stream().anyMatch(deviceId -> !deviceId.equals(own))) {
                        throw ProblemType.FORBIDDEN.problem("A device sends its own readings only.");
                    }
                });
    }

    private Uni<Grant> require(@Nullable UUID named, Function<UUID, AccessRequest> request) {
        return Uni.createFrom().deferred(() -> {
            UUID patientId = named == null ? identity.caller().patientId() : named;
            return patientId == null
                    ? Uni.createFrom()
                            .failure(ProblemType.FORBIDDEN.problem("Only a patient has readings of their own."))
                    : decision.require(request.apply(patientId));
        });
    }

    private static AccessRequest asked(UUID patientId, Action action, String resource) {
        return new AccessRequest(patientId, DataCategory.WEARABLES, action, resource);
    }

    /** Whether the caller is that patient, without asking for anything yet. */
    public boolean isOwner(UUID patientId) {
        return identity.caller().isPatient(patientId);
    }
}
