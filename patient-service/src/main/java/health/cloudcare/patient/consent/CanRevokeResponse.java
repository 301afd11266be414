package health.cloudcare.patient.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** @param canRevoke in camel case, as documented */
record CanRevokeResponse(
        @JsonProperty("canRevoke") boolean canRevoke,
        @Nullable String reason) {

    static CanRevokeResponse of(ConsentState state) {
        return state.isRevocable()
                ? new CanRevokeResponse(true, null)
                : new CanRevokeResponse(
                        false, "Only a consent that is approved can be revoked; this one is " + state.label() + ".");
    }
}
