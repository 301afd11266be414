package health.cloudcare.hospital.resource;

import java.util.UUID;

import health.cloudcare.hospital.profile.Capacity;
import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Supplies;

/**
 * @param availableBeds free for whoever is admitted next
 * @param occupiedBeds held by those who are admitted
 */
record ResourcesResponse(
        UUID hospitalId,
        int totalBeds,
        int availableBeds,
        int occupiedBeds,
        int icuBeds,
        int emergencyBeds,
        int oxygenCylinders,
        int ventilators,
        int ambulances,
        int bloodBags) {

    static ResourcesResponse of(Hospital hospital) {
        Capacity beds = hospital.capacity();
        Supplies supplies = hospital.supplies();
        return new ResourcesResponse(
                hospital.id(),
                beds.totalBeds(),
                beds.availableBeds(),
                beds.occupiedBeds(),
                beds.icuBeds(),
                beds.emergencyBeds(),
                supplies.oxygenCylinders(),
                supplies.ventilators(),
                supplies.ambulances(),
                supplies.bloodBags());
    }
}
