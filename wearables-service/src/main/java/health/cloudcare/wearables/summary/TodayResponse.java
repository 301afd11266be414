package health.cloudcare.wearables.summary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The patient's current day. @param date the local day, {@code yyyy-MM-dd} */
record TodayResponse(UUID patientId, String date, Summary summary) {

    /** Steps, heart rate and calories are there also on a day without readings: the app needs them to leave its loading state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            MetricSummary steps,
            MetricSummary heartRate,
            MetricSummary calories,
            MetricSummary distance,
            MetricSummary flightsClimbed,
            MetricSummary sleep,
            SleepBreakdown sleepBreakdown,
            @Nullable MetricSummary restingHeartRate,
            @Nullable MetricSummary vo2Max) {}

    /** Hours; light is sleep of which no stage is known. */
    record SleepBreakdown(double deepHours, double coreHours, double remHours, double lightHours) {}
}
