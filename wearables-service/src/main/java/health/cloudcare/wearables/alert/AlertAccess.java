package health.cloudcare.wearables.alert;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.patient.Patients;

/** Who may see alerts: they tell readings to the minute, so a consent must open those as they are. */
@ApplicationScoped
class AlertAccess {
    private static final String RESOURCE = "wearables/alerts";

    private final AccessDecision access;
    private final Patients patients;

    AlertAccess(AccessDecision access, Patients patients) {
        this.access = access;
        this.patients = patients;
    }

    /** Which of a patient's alerts the caller may see; fails with a 403 or 404 problem when none. */
    Uni<Alerts.Wanted> visible(UUID patientId, @Nullable Boolean acknowledged, @Nullable AlertSeverity severity) {
        return access.require(asked(patientId))
                .chain(grant -> patients.zonesOf(patientId).map(zones -> {
                    Scope scope = grant.scope();
                    Instant from = scope.from() == null ? null : zones.startOf(scope.from());
                    Instant to =
                            scope.to() == null ? null : zones.startOf(scope.to().plusDays(1));
                    return new Alerts.Wanted(
                            scope.metrics().isEmpty() ? null : scope.metrics(), from, to, acknowledged, severity);
                }));
    }

    /** That one alert; to whom it is not open it is as unknown as one that never was. */
    Uni<Alert> require(Alert alert) {
        return visible(alert.patientId(), null, null)
                .onFailure(HttpProblem.class)
                .transform(refused -> refused instanceof HttpProblem problem && problem.getStatusCode() == FORBIDDEN
                        ? unknown()
                        : refused)
                .map(wanted -> {
                    Instant at = alert.episode().from();
                    Set<String> metrics = wanted.metrics() == null ? Set.of() : Set.copyOf(wanted.metrics());
                    boolean shown = (metrics.isEmpty()
                                    || metrics.contains(alert.rule().metric().code()))
                            && (wanted.from() == null || !at.isBefore(wanted.from()))
                            && (wanted.to() == null || at.isBefore(wanted.to()));
                    if (!shown) {
                        throw unknown();
                    }
                    return alert;
                });
    }

    private static final int FORBIDDEN = 403;

    static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There is no such alert.");
    }

    private static AccessRequest asked(UUID patientId) {
        return new AccessRequest(patientId, DataCategory.WEARABLES, Action.READ, RESOURCE).at(Resolution.RAW);
    }
}
