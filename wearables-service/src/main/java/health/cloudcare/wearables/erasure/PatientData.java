package health.cloudcare.wearables.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.wearables.alert.PatientAlerts;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.pairing.PairedDevices;
import health.cloudcare.wearables.patient.OwnData;
import health.cloudcare.wearables.publish.ReadingUploads;
import health.cloudcare.wearables.sync.Syncs;

/** Everything that is kept of a patient. */
@ApplicationScoped
class PatientData implements OwnData {

    private final ReadingUploads uploads;
    private final Syncs syncs;
    private final Devices devices;
    private final PairedDevices paired;
    private final PatientAlerts alerts;

    PatientData(ReadingUploads uploads, Syncs syncs, Devices devices, PairedDevices paired, PatientAlerts alerts) {
        this.uploads = uploads;
        this.syncs = syncs;
        this.devices = devices;
        this.paired = paired;
        this.alerts = alerts;
    }

    /**
     * Erases it, and may be repeated. What is made of readings goes when the consumer that owns the patient comes to it, in
     * order with readings that are still on their way.
     */
    @Override
    public Uni<Void> erase(UUID patientId) {
        return uploads.erase(patientId)
                .chain(() -> syncs.eraseOf(patientId))
                .chain(() -> devices.eraseOf(patientId))
                .chain(() -> paired.eraseOf(patientId))
                .chain(() -> alerts.eraseOf(patientId));
    }
}
