package health.cloudcare.benchmarks.dashboard;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The daily figures of a comprehensive answer, by series and field, to hold two answers against each other. */
record DailyFigures(Map<String, Map<LocalDate, Double>> series) {
    /** Answers are rounded: totals to whole numbers, kilometres and hours to two decimals, rates to one. */
    private static final Map<String, Double> TOLERANCES = Map.of(
            "steps.total", 0.51,
            "calories.total", 0.51,
            "distance.total", 0.0051,
            "heart_rate.avg", 0.051,
            "heart_rate.min", 0.001,
            "heart_rate.max", 0.001,
            "heart_rate.count", 0.001,
            "sleep.time_asleep", 0.0051);

    static DailyFigures of(JsonNode answer) {
        DailyFigures figures = new DailyFigures(new TreeMap<>());
        TOLERANCES.keySet().forEach(name -> {
            String[] parts = name.split("\\.");
            for (JsonNode point : answer.path("time_series").path(parts[0])) {
                figures.put(
                        name,
                        LocalDate.parse(point.path("date").asText()),
                        point.path(parts[1]).asDouble());
            }
        });
        return figures;
    }

    /** A day with nothing to add up is none: until somebody has moved, today is such a day. */
    void put(String name, LocalDate day, double value) {
        if (value == 0 && name.endsWith(".total")) {
            return;
        }
        series.computeIfAbsent(name, any -> new TreeMap<>()).put(day, value);
    }

    /** Returns how many figures were compared; throws at the first that is not the same. */
    int requireAgreement(DailyFigures other) {
        int compared = 0;
        for (var tolerance : TOLERANCES.entrySet()) {
            String name = tolerance.getKey();
            Map<LocalDate, Double> these = series.getOrDefault(name, Map.of());
            Map<LocalDate, Double> those = other.series.getOrDefault(name, Map.of());
            if (these.isEmpty() || !these.keySet().equals(those.keySet())) {
                throw new IllegalStateException(name + " has days " + these.keySet() + " and " + those.keySet());
            }
            for (var figure : these.entrySet()) {
                double theirs = those.getOrDefault(figure.getKey(), Double.NaN);
                if (!(Math.abs(figure.getValue() - theirs) <= tolerance.getValue())) {
                    throw new IllegalStateException(
                            name + " of " + figure.getKey() + " is " + figure.getValue() + " and " + theirs);
                }
                compared++;
            }
        }
        return compared;
    }
}
