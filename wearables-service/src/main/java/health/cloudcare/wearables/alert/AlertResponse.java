package health.cloudcare.wearables.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An alert as it is shown.
 *
 * @param alertType the documented kinds: {@code HEART_RATE}, {@code OXYGEN_LEVEL}, {@code BLOOD_PRESSURE}, {@code TEMPERATURE},
 *     {@code OTHER}
 * @param currentValue the worst of the readings, in {@code unit}
 * @param limit the patient's at that time
 * @param startedAt the first reading beyond it
 * @param lastAt the last one
 * @param timestamp when it was raised
 * @param isResolved whether somebody said to have seen it
 */
record AlertResponse(
        UUID id,
        UUID patientId,
        String rule,
        String metricType,
        AlertSeverity severity,
        String alertType,
        String message,
        double currentValue,
        double limit,
        String unit,
        Instant startedAt,
        Instant lastAt,
        Instant timestamp,
        boolean isResolved,
        @Nullable Instant resolvedAt) {

    static AlertResponse of(Alert alert) {
        AlertRule rule = alert.rule();
        return new AlertResponse(
                alert.id(),
                alert.patientId(),
                rule.code(),
                rule.metric().code(),
                rule.severity(),
                rule.documentedType(),
                message(alert),
                alert.episode().worst(),
                alert.limit(),
                rule.metric().unit(),
                alert.episode().from(),
                alert.episode().to(),
                alert.raisedAt(),
                alert.isAcknowledged(),
                alert.acknowledgedAt());
    }

    private static String message(Alert alert) {
        String name = alert.rule().metric().code().replace('_', ' ');
        long minutes =
                Duration.between(alert.episode().from(), alert.episode().to()).toMinutes();
        return "%s%s %s %s for %d minutes"
                .formatted(
                        name.substring(0, 1).toUpperCase(Locale.ROOT),
                        name.substring(1),
                        alert.rule().side() == AlertRule.Side.ABOVE ? "above" : "below",
                        alert.limit() == Math.rint(alert.limit())
                                ? Long.toString((long) alert.limit())
                                : Double.toString(alert.limit()),
                        minutes);
    }

    @Override
    public String toString() {
        return "AlertResponse[" + id + "]";
    }
}
