package health.cloudcare.servicekit.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The question put to {@link AccessDecision}.
 *
 * @param resource name of what is asked for, as the audit trail shows it, for example {@code wearables/comprehensive};
 *     without ids of other records
 * @param metrics of wearables that the answer cannot do without; empty when it can show whichever are granted
 * @param from first day of the data asked for; null for no such bound
 * @param to last such day; null for no such bound
 * @param resolution the coarsest of wearables that still makes an answer; {@code DAILY} when any will do
 * @param openToDevices whether the patient's paired devices may do it as well
 */
public record AccessRequest(
        UUID patientId,
        DataCategory category,
        Action action,
        String resource,
        Set<String> metrics,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Resolution resolution,
        boolean openToDevices) {

    public AccessRequest {
        metrics = Set.copyOf(metrics);
    }

    public AccessRequest(UUID patientId, DataCategory category, Action action, String resource) {
        this(patientId, category, action, resource, Set.of(), null, null, Resolution.DAILY, false);
    }

    public AccessRequest ofMetrics(Set<String> needed) {
        return new AccessRequest(patientId, category, action, resource, needed, from, to, resolution, openToDevices);
    }

    public AccessRequest between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AccessRequest(
                patientId, category, action, resource, metrics, first, last, resolution, openToDevices);
    }

    public AccessRequest at(Resolution coarsest) {
        return new AccessRequest(patientId, category, action, resource, metrics, from, to, coarsest, openToDevices);
    }

    /** The patient's paired devices may do it as well. */
    public AccessRequest alsoByDevices() {
        return new AccessRequest(patientId, category, action, resource, metrics, from, to, resolution, true);
    }
}
