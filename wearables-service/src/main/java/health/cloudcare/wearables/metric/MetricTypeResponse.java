package health.cloudcare.wearables.metric;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A metric as the API tells of it; docs/metrics.md is the same table for people.
 *
 * @param metricType the code
 * @param unit of every value stored and answered
 * @param aggregation {@code cumulative}, {@code discrete} or {@code sleep}
 * @param min the least that one reading can be, in the unit; of sleep the codes of its stages
 * @param max the most
 * @param acceptedUnits units that an upload may use instead, each by its first spelling
 * @param healthkit the identifier without its prefix
 * @param aliases further names that an upload may use
 */
record MetricTypeResponse(
        String metricType,
        String unit,
        String aggregation,
        double min,
        double max,
        List<String> acceptedUnits,
        @Nullable String healthkit,
        List<String> aliases,
        @Nullable String healthConnect,
        @Nullable String openMhealth,
        @Nullable String loinc) {

    static MetricTypeResponse of(MetricType metric) {
        List<String> names = MetricNames.of(metric);
        MetricCodes codes = MetricCodes.of(metric);
        String identifier = names.get(0);
        return new MetricTypeResponse(
                metric.code(),
                metric.unit(),
                metric.aggregation().name().toLowerCase(Locale.ROOT),
                metric.range().min(),
                metric.range().max(),
                metric.acceptedUnits(),
                Objects.equals(identifier, MetricNames.NONE) ? null : identifier,
                names.subList(1, names.size()),
                codes.healthConnect(),
                codes.openMhealth(),
                codes.loinc());
    }
}
