package health.cloudcare.hospital.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How many can be cared for at once, and how many more right now.
 *
 * @param availableBeds free for whoever is admitted next; what is neither free nor occupied is out of service
 * @param occupiedBeds held by running admissions
 */
@Embeddable
public record Capacity(
        @Column(name = "total_beds") int totalBeds,
        @Column(name = "available_beds") int availableBeds,
        @Column(name = "occupied_beds") int occupiedBeds,
        @Column(name = "icu_beds") int icuBeds,
        @Column(name = "emergency_beds") int emergencyBeds,
        @Column(name = "operation_theatres") int operationTheatres) {

    public static Capacity allFree(int totalBeds, int icuBeds, int emergencyBeds, int operationTheatres) {
        return new Capacity(totalBeds, totalBeds, 0, icuBeds, emergencyBeds, operationTheatres);
    }

    /** Beds that come, or go, are free ones first, and then those out of service; who lies in one keeps it. */
    public Capacity withTotal(int total) {
        return with(total, Math.max(0, availableBeds + total - totalBeds));
    }

    public Capacity withAvailable(int available) {
        return with(totalBeds, available);
    }

    public Capacity withSpecialBeds(int icu, int emergency) {
        return new Capacity(totalBeds, availableBeds, occupiedBeds, icu, emergency, operationTheatres);
    }

    /** Whether everybody who is in, and everybody who may still come, has a bed. */
    public boolean isPossible() {
        return availableBeds + occupiedBeds <= totalBeds;
    }

    private Capacity with(int total, int available) {
        return new Capacity(total, available, occupiedBeds, icuBeds, emergencyBeds, operationTheatres);
    }
}
