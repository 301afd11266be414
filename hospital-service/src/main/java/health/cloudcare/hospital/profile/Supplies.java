package health.cloudcare.hospital.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a hospital has at hand beside its beds, in pieces. */
@Embeddable
public record Supplies(
        @Column(name = "oxygen_cylinders") int oxygenCylinders,
        @Column(name = "ventilators") int ventilators,
        @Column(name = "ambulances") int ambulances,
        @Column(name = "blood_bags") int bloodBags) {

    public static final Supplies NONE = new Supplies(0, 0, 0, 0);
}
