package health.cloudcare.wearables.alert;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** What is kept of a patient's alerts. */
@ApplicationScoped
public class PatientAlerts {
    private final Alerts alerts;
    private final Thresholds thresholds;

    PatientAlerts(Alerts alerts, Thresholds thresholds) {
        this.alerts = alerts;
        this.thresholds = thresholds;
    }

    /** Of a patient whose account is gone. */
    public Uni<Void> eraseOf(UUID patientId) {
        return alerts.eraseOf(patientId).chain(() -> thresholds.eraseOf(patientId));
    }
}
