package health.cloudcare.patient.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.profile.ProfileResponse;
import health.cloudcare.patient.profile.Profiles;

/** Puts the record together, one part after the other; no database session waits meanwhile. */
@ApplicationScoped
class CompleteRecords {

    /** What many devices suggest to adults. */
    private static final int CALORIES_GOAL = 500;

    private static final int SLOW = 60;
    private static final int FAST = 100;

    private final Profiles profiles;
    private final PartCalls parts;
    private final Clock clock;

    CompleteRecords(Profiles profiles, PartCalls parts, Clock clock) {
        this.profiles = profiles;
        this.parts = parts;
        this.clock = clock;
    }

    Uni<CompleteRecord> of(UUID patientId) {
        return profiles.of(patientId).chain(profile -> parts.today(patientId)
                .chain(today -> parts.devices(patientId).chain(devices -> parts.documents(patientId)
                        .map(documents -> new CompleteRecord(
                                true,
                                null,
                                new CompleteRecord.Data(
                                        patient(profile.profile().patient()),
                                        today.map(CompleteRecords::wearables).orElse(null),
                                        null,
                                        devices.map(CompleteRecords::list).orElse(null),
                                        documents.map(CompleteRecords::records).orElse(null),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))))));
    }

    private static CompleteRecord.PatientPart patient(ProfileResponse.Card card) {
        Integer age = card.age();
        return new CompleteRecord.PatientPart(
                card.id(),
                card.name(),
                age == null ? 0 : age,
                card.gender(),
                card.bloodType(),
                card.contact(),
                card.email(),
                card.address(),
                card.familyContact(),
                card.insuranceProvider(),
                card.insuranceId(),
                card.emergency(),
                card.occupation(),
                card.aiAnalysis());
    }

    private static CompleteRecord.WearablesPart wearables(JsonNode today) {
        JsonNode summary = today.path("summary");
        JsonNode sleep = summary.path("sleep");
        int heartRate = (int) Math.round(summary.path("heart_rate").path("avg").asDouble());
        int calories = (int) Math.round(summary.path("calories").path("total").asDouble());
        return new CompleteRecord.WearablesPart(
                (int) Math.round(summary.path("steps").path("total").asDouble()),
                percent(summary.path("steps").path("change")),
                heartRate,
                status(heartRate),
                sleep.path("total").asDouble(),
                percent(sleep.path("change")),
                calories,
                calories * 100 / CALORIES_GOAL,
                CALORIES_GOAL,
                hours(sleep.path("time_in_bed")),
                hours(sleep.path("time_asleep")),
                there(sleep.path("stages")),
                there(sleep.path("sessions")));
    }

    /** The services' own lists differ in what they wrap theirs in. */
    private static JsonNode list(JsonNode devices) {
        return devices.isArray() ? devices : devices.path("devices");
    }

    private static List<CompleteRecord.HealthRecord> records(List<DocumentApi.Document> documents) {
        return documents.stream()
                .map(document -> new CompleteRecord.HealthRecord(
                        document.id(),
                        document.patientId(),
                        document.title(),
                        document.description(),
                        document.date(),
                        null,
                        document.recordType()))
                .toList();
    }

    private static String status(int heartRate) {
        if (heartRate == 0) {
            return "Unknown";
        }
        return heartRate < SLOW ? "Low" : heartRate > FAST ? "High" : "Normal";
    }

    /** Written as {@code +12%}. */
    private static int percent(JsonNode change) {
        String text = change.asText("").replaceAll("[+%]", "");
        return text.matches("-?[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable Double hours(JsonNode number) {
        return number.isNumber() ? number.doubleValue() : null;
    }

    private static @Nullable JsonNode there(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }
}
