package health.cloudcare.wearables.summary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where weeks begin. The documented ones begin on Sunday, are cut at New Year and numbered from 00 ({@code 2025-W46}). Those that are
 * asked for by a day or a locale are whole and named by their first day ({@code 2025-11-17}).
 *
 * @param day null for the documented weeks
 */
record WeekStart(@Nullable DayOfWeek day) {

    static final WeekStart DOCUMENTED = new WeekStart(null);

    /**
     * @param text a day such as {@code monday}, in any case, or a locale such as {@code en-IN}; null for the documented weeks
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it is neither
     */
    static WeekStart of(@Nullable String text) {
        if (text == null) {
            return DOCUMENTED;
        }
        return new WeekStart(named(text.strip())
                .or(() -> ofLocale(text.strip()))
                .orElseThrow(() -> Window.invalid("week_start", "must be a day of the week or a locale", "enum")));
    }

    private static Optional<DayOfWeek> named(String text) {
        try {
            return Optional.of(DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The region decides; a language alone has none. */
    private static Optional<DayOfWeek> ofLocale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return locale.getCountry().isEmpty()
                ? Optional.empty()
                : Optional.of(WeekFields.of(locale).getFirstDayOfWeek());
    }

    /** The first day of the week in which that day is. */
    LocalDate startOf(LocalDate any) {
        return day == null ? documentedStart(any) : any.with(TemporalAdjusters.previousOrSame(day));
    }

    /** The first day of the week after the one that starts there. */
    LocalDate after(LocalDate start) {
        LocalDate next = start.plusDays(1);
        while (!startOf(next).equals(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    String label(LocalDate start) {
        return day == null ? documentedLabel(start) : start.toString();
    }

    private static LocalDate documentedStart(LocalDate any) {
        LocalDate sunday = any.minusDays(any.getDayOfWeek().getValue() % 7);
        // the week around New Year belongs to both years, in parts
        return sunday.getYear() == any.getYear() ? sunday : LocalDate.ofYearDay(any.getYear(), 1);
    }

    /** As {@code strftime}'s {@code %Y-W%U}. */
    private static String documentedLabel(LocalDate start) {
        int daysSinceSunday = start.getDayOfWeek().getValue() % 7;
        int number = (start.getDayOfYear() + 6 - daysSinceSunday) / 7;
        return String.format(Locale.ROOT, "%04d-W%02d", start.getYear(), number);
    }
}
