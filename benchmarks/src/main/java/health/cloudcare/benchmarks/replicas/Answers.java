package health.cloudcare.benchmarks.replicas;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;

/** The daily figures that the services answer with, held against what was sent. */
public record Answers(ServiceProcess service, TokenIssuer issuer, int days) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers have one decimal of an average, and none of steps. */
    private static final double ROUNDING = 0.51;

    /** Returns how many figures agree; fails at the first that does not. */
    public int requireAgreement(SentReadings sent) throws IOException, GeneralSecurityException {
        int compared = 0;
        try (Connection connection = Connection.open(service.port())) {
            for (String patient : sent.patients()) {
                JsonNode metrics = metrics(connection, UUID.fromString(patient));
                compared += heartRates(patient, byDay(metrics.path("heart_rate")), sent.heartRates(patient));
                compared += steps(patient, byDay(metrics.path("steps")), sent.steps(patient));
            }
        }
        return compared;
    }

    private JsonNode metrics(Connection connection, UUID patient) throws IOException, GeneralSecurityException {
        String path = "/api/v1/wearables/metrics/aggregated?period=daily&days=" + days + "&patient_id=" + patient
                + "&tz=" + Person.ZONE;
        return JSON.readTree(connection.exchange(Requests.get(path, issuer.patient(patient))))
                .path("metrics");
    }

    private static Map<LocalDate, JsonNode> byDay(JsonNode points) {
        Map<LocalDate, JsonNode> days = new TreeMap<>();
        for (JsonNode point : points) {
            if (point.path("count").asLong() > 0) {
                days.put(LocalDate.parse(point.path("date").asText()), point);
            }
        }
        return days;
    }

    private static int heartRates(
            String patient, Map<LocalDate, JsonNode> answered, Map<LocalDate, DoubleSummaryStatistics> sent)
            throws IOException {
        requireSame(patient, "days with heart rates", answered.keySet(), sent.keySet());
        for (var day : sent.entrySet()) {
            JsonNode point = answered.getOrDefault(day.getKey(), JSON.nullNode());
            DoubleSummaryStatistics rates = day.getValue();
            requireSame(patient, "heart rates", point.path("count").asLong(), rates.getCount());
            requireSame(patient, "lowest heart rate", point.path("min").asDouble(), rates.getMin());
            requireSame(patient, "highest heart rate", point.path("max").asDouble(), rates.getMax());
            requireNear(patient, "average heart rate", point.path("avg").asDouble(), rates.getAverage());
        }
        return 4 * sent.size();
    }

    private static int steps(String patient, Map<LocalDate, JsonNode> answered, Map<LocalDate, Double> sent)
            throws IOException {
        requireSame(patient, "days with steps", answered.keySet(), sent.keySet());
        for (var day : sent.entrySet()) {
            JsonNode point = answered.getOrDefault(day.getKey(), JSON.nullNode());
            requireNear(patient, "steps", point.path("total").asDouble(), day.getValue());
        }
        return sent.size();
    }

    private static void requireSame(String patient, String what, Object answered, Object sent) throws IOException {
        if (!answered.equals(sent)) {
            throw new IOException("%s of %s: %s answered, %s sent".formatted(what, patient, answered, sent));
        }
    }

    private static void requireNear(String patient, String what, double answered, double sent) throws IOException {
        if (!(Math.abs(answered - sent) <= ROUNDING)) {
            throw new IOException("%s of %s: %s answered, %s sent".formatted(what, patient, answered, sent));
        }
    }
}
