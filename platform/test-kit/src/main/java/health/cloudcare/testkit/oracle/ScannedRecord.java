package health.cloudcare.testkit.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One {@code Record} directly under {@code HealthData}.
 *
 * @param source with every run of white space, no-break spaces included, as one plain space
 * @param unit empty when the record has none
 * @param value as written
 * @param offset the one its start is written in
 */
public record ScannedRecord(
        String type,
        String source,
        SourceKind kind,
        String unit,
        String value,
        Instant start,
        Instant end,
        ZoneOffset offset) {

    /** Two records with the same key say the same thing twice. */
    public record Key(String type, String source, Instant start, Instant end, String value, String unit) {}

    public Key key() {
        return new Key(type, source, start, end, value, unit);
    }

    public boolean isNumber() {
        try {
            return new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public BigDecimal number() {
        return new BigDecimal(value);
    }

    public boolean isPoint() {
        return start.equals(end);
    }

    double seconds() {
        return Duration.between(start, end).toMillis() / 1000.0;
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
