package health.cloudcare.wearables.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A time during which a rule's limit was exceeded for long enough. A function of the readings alone, whatever order they came in.
 *
 * @param from the first reading beyond the limit
 * @param to the last one
 * @param worst of the readings beyond the limit
 */
record Episode(Instant from, Instant to, double worst) {
    private static final int FEWEST_READINGS = 2;

    /** One reading. */
    record Reading(Instant at, double value) {}

    /**
     * All of them, in the order of time; those too soon after another are the same.
     *
     * @param readings in the order of time
     */
    static List<Episode> in(List<Reading> readings, AlertRule rule, double limit) {
        List<Episode> found = new ArrayList<>();
        Run run = null;
        for (Reading reading : readings) {
            if (run != null && run.endsBefore(reading)) {
                add(found, run);
                run = null;
            }
            if (rule.beyond(reading.value(), limit)) {
                run = run == null ? new Run(rule, reading) : run;
                run.extend(reading);
            } else if (run != null) {
                // what lasts is over once it is well inside; what has not lasted yet has not begun
                if (!run.lasts() || rule.wellInside(reading.value(), limit)) {
                    add(found, run);
                    run = null;
                } else {
                    run.goOn(reading);
                }
            }
        }
        if (run != null) {
            add(found, run);
        }
        return found;
    }

    private static void add(List<Episode> found, Run run) {
        Episode last = found.isEmpty() ? null : found.getLast();
        if (run.lasts() && (last == null || run.isNews(last))) {
            found.add(run.episode());
        }
    }

    private static final class Run {
        private final AlertRule rule;
        private final Instant from;
        private Instant to;
        private Instant lastReading;
        private double worst;
        private int readings;

        Run(AlertRule rule, Reading first) {
            this.rule = rule;
            this.from = first.at();
            this.to = first.at();
            this.lastReading = first.at();
            this.worst = first.value();
        }

        void extend(Reading reading) {
            to = reading.at();
            lastReading = reading.at();
            worst = rule.worse(worst, reading.value());
            readings++;
        }

        void goOn(Reading reading) {
            lastReading = reading.at();
        }

        boolean endsBefore(Reading reading) {
            return lastReading.plus(rule.gap()).isBefore(reading.at());
        }

        boolean lasts() {
            return readings >= FEWEST_READINGS && Duration.between(from, to).compareTo(rule.sustained()) >= 0;
        }

        boolean isNews(@Nullable Episode before) {
            return before == null || before.to().plus(rule.coolDown()).isBefore(from);
        }

        Episode episode() {
            return new Episode(from, to, worst);
        }
    }
}
