package health.cloudcare.wearables.calendar;

import java.util.EnumMap;
import java.util.Map;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/** How many readings of each metric a patient has, by year. A function of the patient's {@link PatientYear}s. */
public final class PatientTotals {
    private final BsonDocument years;

    private PatientTotals(BsonDocument years) {
        this.years = years;
    }

    public static String id(String patientId) {
        return patientId;
    }

    public static PatientTotals decode(@Nullable BsonDocument document) {
        return new PatientTotals(document == null ? new BsonDocument() : document);
    }

    /** @return whether that changed anything */
    public boolean set(int year, Map<MetricType, Long> totals) {
        BsonDocument byCode = new BsonDocument();
        totals.forEach((metric, count) -> byCode.append(metric.code(), new BsonInt64(count)));
        return !byCode.equals(years.put(Integer.toString(year), byCode));
    }

    /** Over all years; metrics that were never seen are absent. */
    public Map<MetricType, Long> overall() {
        Map<MetricType, Long> overall = new EnumMap<>(MetricType.class);
        for (BsonValue year : years.values()) {
            year.asDocument().forEach((code, count) -> MetricType.ofCode(code)
                    .ifPresent(metric -> overall.merge(metric, count.asNumber().longValue(), Long::sum)));
        }
        return overall;
    }

    public BsonDocument encode() {
        return years;
    }
}
