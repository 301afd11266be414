package health.cloudcare.servicekit.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Caller;

/**
 * A decision in the caller's favour.
 *
 * @param consentId the consent it rests on, or null for the owner of the data
 * @param scope what may be shown of what was asked for
 * @param emergency whether the patient did not consent: a doctor broke the glass
 */
public record Grant(Caller caller, UUID patientId, @Nullable UUID consentId, Scope scope, boolean emergency) {

    static Grant ofOwner(Caller caller, UUID patientId) {
        return new Grant(caller, patientId, null, Scope.EVERYTHING, false);
    }

    public boolean isOwners() {
        return consentId == null;
    }
}
