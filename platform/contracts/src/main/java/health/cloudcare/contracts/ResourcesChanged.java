package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hospital has, as it stands now.
 *
 * @param availableBeds free for whoever is admitted next
 * @param version of the hospital's row: of two events the higher one holds
 */
public record ResourcesChanged(
        UUID eventId,
        Instant occurredAt,
        UUID hospitalId,
        int totalBeds,
        int availableBeds,
        int icuBeds,
        int emergencyBeds,
        int oxygenCylinders,
        int ventilators,
        int ambulances,
        int bloodBags,
        long version)
        implements HospitalEvent {

    public static final String TYPE = "hospital.resources-changed";

    public ResourcesChanged(
            Instant occurredAt,
            UUID hospitalId,
            int totalBeds,
            int availableBeds,
            int icuBeds,
            int emergencyBeds,
            int oxygenCylinders,
            int ventilators,
            int ambulances,
            int bloodBags,
            long version) {
        this(
                UuidV7.at(occurredAt),
                occurredAt,
                hospitalId,
                totalBeds,
                availableBeds,
                icuBeds,
                emergencyBeds,
                oxygenCylinders,
                ventilators,
                ambulances,
                bloodBags,
                version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
