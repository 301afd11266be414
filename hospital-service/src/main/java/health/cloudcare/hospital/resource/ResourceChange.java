package health.cloudcare.hospital.resource;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Capacity;
import health.cloudcare.hospital.profile.HospitalRules;
import health.cloudcare.hospital.profile.Supplies;

/** New numbers; those that are not given stay. */
record ResourceChange(
        @Min(0) @Max(HospitalRules.MOST_BEDS) @Nullable Integer totalBeds,
        @Min(0) @Max(HospitalRules.MOST_BEDS) @Nullable Integer availableBeds,
        @Min(0) @Max(HospitalRules.MOST_BEDS) @Nullable Integer icuBeds,
        @Min(0) @Max(HospitalRules.MOST_BEDS) @Nullable Integer emergencyBeds,
        @Min(0) @Max(MOST_SUPPLIES) @Nullable Integer oxygenCylinders,
        @Min(0) @Max(MOST_SUPPLIES) @Nullable Integer ventilators,
        @Min(0) @Max(MOST_SUPPLIES) @Nullable Integer ambulances,
        @Min(0) @Max(MOST_SUPPLIES) @Nullable Integer bloodBags) {

    static final int MOST_SUPPLIES = 100_000;

    boolean isEmpty() {
        return Stream.of(
                        totalBeds,
                        availableBeds,
                        icuBeds,
                        emergencyBeds,
                        oxygenCylinders,
                        ventilators,
                        ambulances,
                        bloodBags)
                .allMatch(Objects::isNull);
    }

    Capacity of(Capacity beds) {
        Capacity resized = totalBeds == null ? beds : beds.withTotal(totalBeds);
        Capacity open = availableBeds == null ? resized : resized.withAvailable(availableBeds);
        return open.withSpecialBeds(or(icuBeds, beds.icuBeds()), or(emergencyBeds, beds.emergencyBeds()));
    }

    Supplies of(Supplies supplies) {
        return new Supplies(
                or(oxygenCylinders, supplies.oxygenCylinders()),
                or(ventilators, supplies.ventilators()),
                or(ambulances, supplies.ambulances()),
                or(bloodBags, supplies.bloodBags()));
    }

    private static int or(@Nullable Integer given, int before) {
        return given == null ? before : given;
    }
}
