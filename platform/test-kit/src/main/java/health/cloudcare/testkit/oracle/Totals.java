package health.cloudcare.testkit.oracle;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Exact figures of some numbers; minimum and maximum of none are zero. */
public record Totals(long count, BigDecimal sum, BigDecimal min, BigDecimal max) {

    static Totals of(Collection<ScannedRecord> records) {
        List<BigDecimal> numbers =
                records.stream().map(ScannedRecord::number).sorted().toList();
        return numbers.isEmpty()
                ? new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
                : new Totals(
                        numbers.size(),
                        numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        numbers.getFirst(),
                        numbers.getLast());
    }

    public double average() {
        return count == 0 ? 0 : sum.doubleValue() / count;
    }
}
