package health.cloudcare.patient.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** The documented health record behind a QR code. What the caller's consent does not open is null. */
record CompleteRecord(boolean success, @Nullable String message, Data data) {

    record Data(
            PatientPart patient,
            @Nullable WearablesPart wearablesSummary,
            @Nullable JsonNode recentMetrics,
            @Nullable JsonNode devices,
            @Nullable List<HealthRecord> healthRecords,
            Instant lastUpdated) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record PatientPart(
            UUID id,
            String name,
            int age,
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
            @Nullable String aiAnalysis) {

        @Override
        public String toString() {
            return "PatientPart " + id;
        }
    }

    /**
     * Of today so far.
     *
     * @param heartRate average, in beats a minute
     * @param heartRateStatus {@code Low} below 60, {@code High} above 100, {@code Normal} between, {@code Unknown} without readings
     * @param stepsChange in percent of yesterday by this time; 0 when that cannot be said
     * @param caloriesPercentage of the goal
     * @param caloriesGoal active energy a day, in kcal
     */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record WearablesPart(
            int steps,
            int stepsChange,
            int heartRate,
            String heartRateStatus,
            double sleepHours,
            int sleepChange,
            int calories,
            int caloriesPercentage,
            int caloriesGoal,
            @Nullable Double sleepTimeInBed,
            @Nullable Double sleepTimeAsleep,
            @Nullable JsonNode sleepStages,
            @Nullable JsonNode sleepSessions) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record HealthRecord(
            UUID id,
            UUID patientId,
            String title,
            String description,
            Instant date,
            @Nullable String facilityName,
            String recordType) {

        @Override
        public String toString() {
            return "HealthRecord " + id;
        }
    }

    @Override
    public String toString() {
        return "CompleteRecord";
    }
}
