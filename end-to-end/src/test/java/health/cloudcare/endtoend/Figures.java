package health.cloudcare.endtoend;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import health.cloudcare.journey.PatientClient;

/** What a patient is told. */
final class Figures {

    private Figures() {}

    /** Every metric's every day of a span; not how often they changed until then. */
    static JsonNode daily(PatientClient patient, LocalDate first, LocalDate last, String zone) {
        JsonNode metrics = patient.get(
                        PatientClient.AGGREGATED,
                        Map.of("start_date", first.toString(), "end_date", last.toString(), "tz", zone))
                .expect(200)
                .json()
                .path("metrics");
        metrics.findParents("revision").forEach(point -> ((ObjectNode) point).remove("revision"));
        return metrics;
    }

    /** The one point of a metric on a day; missing when there is none. */
    static JsonNode day(PatientClient patient, String metric, LocalDate day, String zone) {
        return patient.get(
                        PatientClient.AGGREGATED,
                        Map.of(
                                "metric_type",
                                metric,
                                "start_date",
                                day.toString(),
                                "end_date",
                                day.toString(),
                                "tz",
                                zone))
                .expect(200)
                .json()
                .path("metrics")
                .path(metric)
                .path(0);
    }

    /** Readings stored of the patient. */
    static long stored(PatientClient patient) {
        return patient.get(PatientClient.COMPREHENSIVE, Map.of("days", "1"))
                .expect(200)
                .json()
                .path("device_info")
                .path("total_metrics")
                .asLong();
    }
}
