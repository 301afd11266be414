package health.cloudcare.wearables.summary;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.wearables.patient.Patients;
import health.cloudcare.wearables.patient.ZoneHistory;

/** What a caller may see of a patient's readings in a window of time. */
@ApplicationScoped
class Views {
    private final AccessDecision access;
    private final Patients patients;

    Views(AccessDecision access, Patients patients) {
        this.access = access;
        this.patients = patients;
    }

    /**
     * Decided, and audited.
     *
     * @param window the days of it that may be seen
     */
    record View(UUID patientId, Window window, OpenPart part) {}

    /**
     * Fails with a 403 or 404 problem when nothing of the window may be seen.
     *
     * @param request without days, which are those of the window
     * @param tz whose days the window has; the patient's when null
     * @param window by the zones
     */
    Uni<View> open(AccessRequest request, @Nullable String tz, Function<ZoneHistory, Window> window) {
        return patients.zonesOf(request.patientId()).chain(zones -> {
            Window wanted = window.apply(tz == null ? zones : ZoneHistory.of(Window.zone(tz)));
            return access.require(request.between(wanted.days().first(), wanted.lastDay()))
                    .map(Grant::scope)
                    .map(scope -> new View(request.patientId(), wanted.within(scope), OpenPart.of(scope, zones)));
        });
    }

    static AccessRequest read(UUID patientId, String resource) {
        return new AccessRequest(patientId, DataCategory.WEARABLES, Action.READ, resource);
    }
}
