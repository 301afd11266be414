package health.cloudcare.wearables.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.wearables.UploadTests;

/** A few readings: two hours ago, and ten days ago. */
final class TenDays {
    private TenDays() {}

    /** Two hours ago steps and a pulse; on the first day a pulse at noon, and from ten in the evening on a night with an hour awake. */
    static void upload(UUID patient, Instant now, LocalDate first, ZoneId zone) {
        Instant evening = first.atTime(22, 0).atZone(zone).toInstant();
        Instant noon = first.atTime(12, 0).atZone(zone).toInstant();
        Instant ago = now.minus(Duration.ofHours(2));
        Map<String, Object> export = Map.of(
                "deviceId",
                "phone-" + patient,
                "exportTimestamp",
                now.toString(),
                "metrics",
                List.of(
                        sample("stepCount", 500, "count", ago, 5, Map.of()),
                        sample("heartRate", 80, "count/min", ago, 0, Map.of()),
                        sample("heartRate", 60, "count/min", noon, 0, Map.of()),
                        sample("heartRate", 70, "count/min", noon.plusSeconds(60), 0, Map.of()),
                        sample("sleepAnalysis", 8, "hr", evening, 480, Map.of("category", "inBed")),
                        sample("sleepAnalysis", 3, "hr", evening, 180, Map.of("category", "core")),
                        sample(
                                "sleepAnalysis",
                                1,
                                "hr",
                                evening.plus(Duration.ofHours(3)),
                                60,
                                Map.of("category", "awake")),
                        sample(
                                "sleepAnalysis",
                                4,
                                "hr",
                                evening.plus(Duration.ofHours(4)),
                                240,
                                Map.of("category", "deep"))));
        UploadTests.as(patient)
                .body(export)
                .post("/api/v1/wearables/import/apple-health")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> sample(
            String type, double value, String unit, Instant start, int minutes, Map<String, String> metadata) {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "unit",
                unit,
                "startDate",
                start.toString(),
                "endDate",
                start.plus(Duration.ofMinutes(minutes)).toString(),
                "sourceApp",
                "Health",
                "metadata",
                metadata);
    }
}
