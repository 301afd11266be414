package health.cloudcare.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.PatientClient;

/** Compares what a day amounts to, overlapping sources merged, with the same rule applied to the file by the oracle. */
final class DailyTotals {

    /** The most that one call answers. */
    private static final int WINDOW_DAYS = 366;

    /** @param factors to the unit of the answers, by the unit of the file */
    private record Amount(String type, String metric, Map<String, Double> factors) {}

    private static final List<Amount> AMOUNTS = List.of(
            new Amount("HKQuantityTypeIdentifierStepCount", "steps", Map.of("count", 1.0)),
            new Amount(
                    "HKQuantityTypeIdentifierDistanceWalkingRunning",
                    "distance",
                    Map.of("km", 1.0, "m", 0.001, "mi", 1.609344)),
            new Amount(
                    "HKQuantityTypeIdentifierActiveEnergyBurned",
                    "calories",
                    Map.of("kcal", 1.0, "Cal", 1.0, "kJ", 1 / 4.184)));

    private final PatientClient patient;
    private final Expectations expected;
    private final Console console;

    DailyTotals(PatientClient patient, Expectations expected, Console console) {
        this.patient = patient;
        this.expected = expected;
        this.console = console;
    }

    void compare(ImportReport report, Checks checks) {
        for (Amount amount : AMOUNTS) {
            Set<String> units = expected.readable().totals(amount.type()).keySet();
            if (units.isEmpty()) {
                continue;
            }
            String unit = units.iterator().next();
            if (units.size() > 1 || !amount.factors().containsKey(unit)) {
                console.line("  %s: days not compared, the file has the units %s", amount.metric(), units);
            } else if (refused(report, amount) != unreadable(amount)) {
                console.line("  %s: days not compared, implausible records were refused", amount.metric());
            } else {
                compare(amount, unit, checks);
            }
        }
    }

    private void compare(Amount amount, String unit, Checks checks) {
        SortedMap<LocalDate, Double> days = expected.readable().mergedDaily(amount.type(), unit, expected.zone());
        double factor = amount.factors().getOrDefault(unit, 1.0);
        Map<String, Double> answered = answered(amount.metric(), days.firstKey(), days.lastKey());
        days.forEach((day, total) -> checks.close(
                amount.metric() + " on " + day, answered.getOrDefault(day.toString(), 0.0), total * factor));
        console.line("  %s: %,d days compared", amount.metric(), days.size());
    }

    private Map<String, Double> answered(String metric, LocalDate first, LocalDate last) {
        Map<String, Double> totals = new HashMap<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(WINDOW_DAYS)) {
            LocalDate until = from.plusDays(WINDOW_DAYS - 1L);
            JsonNode answer = patient.get(
                            PatientClient.AGGREGATED,
                            Map.of(
                                    "metric_type", metric,
                                    "start_date", from.toString(),
                                    "end_date", (until.isAfter(last) ? last : until).toString(),
                                    "tz", expected.zone().getId()))
                    .expect(200)
                    .json();
            for (JsonNode point : answer.path("metrics").path(metric)) {
                totals.put(point.path("date").asText(), point.path("total").asDouble());
            }
        }
        return totals;
    }

    private static long refused(ImportReport report, Amount amount) {
        return report.types().stream()
                .filter(type -> type.type().equals(amount.type()))
                .mapToLong(ImportReport.TypeCount::rejected)
                .sum();
    }

    private long unreadable(Amount amount) {
        return expected.all().count(amount.type()) - expected.readable().count(amount.type());
    }
}
