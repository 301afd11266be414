package health.cloudcare.hospital.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A hospital as it sees itself.
 *
 * @param userId the account; the hospital's own id as long as it has none, as the app needs some text
 * @param specializations a JSON array as text, as the app reads it
 * @param totalDoctors who works here, as both sides say
 */
record HospitalProfileResponse(
        boolean success,
        @Nullable String message,
        UUID id,
        UUID userId,
        String name,
        String email,
        @Nullable String phonePrimary,
        @Nullable String phoneSecondary,
        @Nullable String phoneEmergency,
        @Nullable String website,
        @Nullable String registrationNo,
        @Nullable String licenseNo,
        List<String> accreditations,
        String hospitalCode,
        @Nullable FacilityType facilityType,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        String city,
        String state,
        @Nullable String postalCode,
        String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        int totalBeds,
        int availableBeds,
        int icuBeds,
        int emergencyBeds,
        int operationTheatres,
        int oxygenCylinders,
        int ventilators,
        int ambulances,
        int bloodBags,
        int totalDoctors,
        String specializations,
        boolean hasEmergency,
        boolean hasAmbulance,
        boolean hasPharmacy,
        boolean hasLab,
        boolean hasBloodBank,
        boolean telemedicineEnabled,
        boolean isVerified,
        Instant createdAt,
        @Nullable Instant updatedAt) {

    @Override
    public String toString() {
        return "HospitalProfileResponse " + id;
    }
}
