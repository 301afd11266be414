package health.cloudcare.servicekit.access;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Port: whether a patient exists, from the service's own data or its projection of patient events. */
public interface KnownPatients {

    Uni<Boolean> exists(UUID patientId);
}
