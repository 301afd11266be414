package health.cloudcare.wearables.patient;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Port: everything that is kept of patients. */
public interface OwnData {

    /** Erases it when the account is gone, and may be repeated. */
    Uni<Void> erase(UUID patientId);
}
