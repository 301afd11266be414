package health.cloudcare.servicekit.access;

import java.util.UUID;

/**
 * The question put to {@link AccessDecision}.
 *
 * @param resource name of what is asked for, as the audit trail shows it, for example {@code wearables/comprehensive};
 *     without ids of other records
 */
public record AccessRequest(UUID patientId, DataCategory category, Action action, String resource) {}
