package health.cloudcare.patient.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** @param canRevoke in camel case, as documented */
record CanRevokeResponse(
        @JsonProperty("canRevoke") boolean canRevoke,
        @Nullable String reason) {

    static CanRevokeResponse of(ConsentState state) {
        if (state.isRevocable()) {
            return new CanRevokeResponse(true, null);
        }
        return new CanRevokeResponse(
                false,
                state instanceof ConsentState.Admitted
                        ? "The hospital needs it until it discharges you; it can be revoked then."
                        : "Only a consent that is approved can be revoked; this one is " + state.label() + ".");
    }
}
