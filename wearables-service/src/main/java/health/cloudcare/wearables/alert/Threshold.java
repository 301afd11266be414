package health.cloudcare.wearables.alert;

import java.util.UUID;

/**
 * What a doctor said of a rule for a patient.
 *
 * @param limit in the metric's unit
 * @param enabled whether the rule looks at the patient at all
 * @param version from 1; 0 stands for the default, which nobody changed
 */
record Threshold(UUID patientId, AlertRule rule, double limit, boolean enabled, long version) {

    static Threshold byDefault(UUID patientId, AlertRule rule) {
        return new Threshold(patientId, rule, rule.limit(), true, 0);
    }
}
