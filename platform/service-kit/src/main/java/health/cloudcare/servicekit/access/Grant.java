package health.cloudcare.servicekit.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Caller;

/**
 * A decision in the caller's favour.
 *
 * @param consentId the consent it rests on, or null for the owner of the data
 */
public record Grant(Caller caller, UUID patientId, @Nullable UUID consentId) {}
