package health.cloudcare.wearables.calendar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The years of which anything is known. */
    public Set<Integer> years() {
        return years.keySet().stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Over all years; metrics without readings are absent. */
    public Map<MetricType, Long> overall() {
        Map<MetricType, Long> overall = new EnumMap<>(MetricType.class);
        for (BsonValue year : years.values()) {
            year.asDocument().forEach((code, count) -> MetricType.ofCode(code)
                    .ifPresent(metric -> overall.merge(metric, count.asNumber().longValue(), Long::sum)));
        }
        overall.values().removeIf(count -> count == 0);
        return overall;
    }

    public BsonDocument encode() {
        return years;
    }
}
