package health.cloudcare.hospital.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many can be cared for at once, and how many more right now. */
@Embeddable
public record Capacity(
        @Column(name = "total_beds") int totalBeds,
        @Column(name = "available_beds") int availableBeds,
        @Column(name = "icu_beds") int icuBeds,
        @Column(name = "emergency_beds") int emergencyBeds,
        @Column(name = "operation_theatres") int operationTheatres) {

    public static Capacity allFree(int totalBeds, int icuBeds, int emergencyBeds, int operationTheatres) {
        return new Capacity(totalBeds, totalBeds, icuBeds, emergencyBeds, operationTheatres);
    }
}
