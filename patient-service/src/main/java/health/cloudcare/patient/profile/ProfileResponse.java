package health.cloudcare.patient.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Both documented shapes in one: the flat members of the API page, null where unknown, and {@code patient} as the Android
 * app reads it, where every text but the nullable ones must be there: empty, or Unknown as documented for the blood type.
 */
public record ProfileResponse(
        boolean success,
        @Nullable String message,
        UUID id,
        String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable Integer age,
        @Nullable Gender gender,
        @Nullable BloodGroup bloodGroup,
        String bloodType,
        @Nullable String phonePrimary,
        @Nullable String phoneSecondary,
        @Nullable String email,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String emergencyContactName,
        @Nullable String emergencyContactPhone,
        @Nullable String emergencyContactRelation,
        @Nullable Double heightCm,
        @Nullable Double weightKg,
        List<String> allergies,
        List<String> chronicConditions,
        List<String> currentMedications,
        @Nullable Boolean isPregnant,
        @Nullable String insuranceProvider,
        @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        String timeZone,
        Card patient) {

    /** The app's view of a patient. It reads an unknown age as 0. */
    public record Card(
            UUID id,
            UUID userId,
            String aadharUid,
            String name,
            @Nullable Integer age,
            String gender,
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
