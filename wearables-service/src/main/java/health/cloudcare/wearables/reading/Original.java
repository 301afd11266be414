package health.cloudcare.wearables.reading;

import java.util.Comparator;

/**
 * What a source wrote where that is not in the metric's unit: 154.3 lb of a weight that is kept as 69.99 kg.
 *
 * @param unit in the first of its spellings (docs/metrics.md), for example {@code lb}
 */
public record Original(double value, String unit) {

    /** Which of two stays where everything else is equal; any total order does. */
    public static final Comparator<Original> ORDER =
            Comparator.comparing(Original::unit).thenComparingDouble(Original::value);

    public Original {
        if (!Double.isFinite(value) || unit.isEmpty()) {
            throw new IllegalArgumentException("an original has a finite value and a unit");
        }
    }
}
