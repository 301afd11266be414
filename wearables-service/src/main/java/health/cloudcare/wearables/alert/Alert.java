package health.cloudcare.wearables.alert;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a rule found of a patient.
 *
 * @param limit the patient's at that time
 * @param acknowledgedBy account of whoever said to have seen it; null as long as nobody has
 */
record Alert(
        UUID id,
        UUID patientId,
        AlertRule rule,
        double limit,
        Episode episode,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy) {

    boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /** Without what was measured. */
    @Override
    public String toString() {
        return "Alert[" + id + "]";
    }
}
