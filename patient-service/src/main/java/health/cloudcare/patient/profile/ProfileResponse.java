package health.cloudcare.patient.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Both documented shapes in one: the flat members of the API page, and {@code patient} as the Android app reads it, where
 * every text but the nullable ones must be there.
 */
public record ProfileResponse(
        boolean success,
        @Nullable String message,
        UUID id,
        String firstName,
        @Nullable String middleName,
        String lastName,
        LocalDate dateOfBirth,
        int age,
        Gender gender,
        @Nullable BloodGroup bloodGroup,
        String bloodType,
        String phonePrimary,
        @Nullable String phoneSecondary,
        String email,
        String addressLine1,
        @Nullable String addressLine2,
        String city,
        String state,
        String postalCode,
        String country,
        String emergencyContactName,
        String emergencyContactPhone,
        String emergencyContactRelation,
        @Nullable Double heightCm,
        @Nullable Double weightKg,
        List<String> allergies,
        List<String> chronicConditions,
        List<String> currentMedications,
        @Nullable String insuranceProvider,
        @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        String timeZone,
        Card patient) {

    /** The app's view of a patient. */
    public record Card(
            UUID id,
            UUID userId,
            String aadharUid,
            String name,
            int age,
            Gender gender,
            String bloodType,
            String contact,
            String email,
            String address,
            String familyContact,
            @Nullable String insuranceProvider,
            @Nullable String insuranceId,
            boolean emergency,
            @Nullable String occupation,
            @Nullable String aiAnalysis) {}
}
