package health.cloudcare.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The patient's figures and charts in text. */
final class Picture {

    private static final int WIDTH = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd", Locale.ENGLISH);

    private final Console console;

    Picture(Console console) {
        this.console = console;
    }

    void showComprehensive(JsonNode answer, int days, LocalDate until, ZoneId zone) {
        console.title("%d days until %s (%s)".formatted(days, until, zone));
        JsonNode summary = answer.path("summary");
        console.line("  that day: %s", figures(summary));
        console.line(
                "  stored in all: %,d readings",
                answer.path("device_info").path("total_metrics").asLong());
        JsonNode series = answer.path("time_series");
        bars("Steps per day", series.path("steps"), "total", "%,.0f");
        heartRates(series.path("heart_rate"));
        bars("Hours asleep, by the day of waking up", series.path("sleep"), "time_asleep", "%.1f h");
    }

    void showToday(JsonNode answer) {
        console.title("Today (%s)".formatted(answer.path("date").asText()));
        console.line("  %s", figures(answer.path("summary")));
    }

    private static String figures(JsonNode summary) {
        JsonNode heartRate = summary.path("heart_rate");
        return String.format(
                Locale.ROOT,
                "%,d steps, %.2f km, %,d kcal, heart rate %.0f (%.0f to %.0f), asleep %.1f h",
                summary.path("steps").path("total").asLong(),
                summary.path("distance").path("total").asDouble(),
                summary.path("calories").path("total").asLong(),
                heartRate.path("avg").asDouble(),
                heartRate.path("min").asDouble(),
                heartRate.path("max").asDouble(),
                summary.path("sleep").path("time_asleep").asDouble());
    }

    private void bars(String title, JsonNode points, String member, String format) {
        double most = most(points, member);
        if (most == 0) {
            return;
        }
        console.title(title);
        for (JsonNode point : points) {
            double value = point.path(member).asDouble();
            int length = (int) Math.round(value / most * WIDTH);
            console.line("  %s  %-" + WIDTH + "s  " + format, day(point), "█".repeat(length), value);
        }
    }

    /** From the lowest to the highest of the day, with the average between. */
    private void heartRates(JsonNode points) {
        double most = most(points, "max_bpm");
        if (most == 0) {
            return;
        }
        console.title("Heart rate per day, lowest, average, highest");
        for (JsonNode point : points) {
            double low = point.path("min_bpm").asDouble();
            double average = point.path("bpm").asDouble();
            double high = point.path("max_bpm").asDouble();
            StringBuilder range = new StringBuilder(" ".repeat(WIDTH + 1));
            for (int i = at(low, most); i <= at(high, most); i++) {
                range.setCharAt(i, '─');
            }
            range.setCharAt(at(average, most), '●');
            console.line("  %s  %s  %.0f, %.0f, %.0f", day(point), range, low, average, high);
        }
    }

    private static int at(double value, double most) {
        return (int) Math.round(value / most * WIDTH);
    }

    private static double most(JsonNode points, String member) {
        double most = 0;
        for (JsonNode point : points) {
            most = Math.max(most, point.path(member).asDouble());
        }
        return most;
    }

    private static String day(JsonNode point) {
        return DAY.format(LocalDate.parse(point.path("date").asText()));
    }
}
