package health.cloudcare.wearables.summary;

import java.util.Locale;
import java.util.Map;

import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.wearables.metric.MetricType;

/** How finely {@code metrics/aggregated} cuts. */
enum Period {
    HOURLY {
        @Override
        Map<String, Figures> cut(Buckets buckets, MetricType metric, MetricHistory history) {
            return buckets.hourly(metric, history);
        }
    },
    DAILY {
        @Override
        Map<String, Figures> cut(Buckets buckets, MetricType metric, MetricHistory history) {
            return buckets.daily(metric, history);
        }
    },
    WEEKLY {
        @Override
        Map<String, Figures> cut(Buckets buckets, MetricType metric, MetricHistory history) {
            return buckets.weekly(history);
        }
    },
    MONTHLY {
        @Override
        Map<String, Figures> cut(Buckets buckets, MetricType metric, MetricHistory history) {
            return buckets.monthly(history);
        }
    };

    /** The coarsest of what a consent can open that still answers. */
    Resolution resolution() {
        return this == HOURLY ? Resolution.HOURLY : Resolution.DAILY;
    }

    abstract Map<String, Figures> cut(Buckets buckets, MetricType metric, MetricHistory history);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Period of(String code) {
        for (Period period : values()) {
            if (period.code().equalsIgnoreCase(code)) {
                return period;
            }
        }
        throw Window.invalid("period", "must be hourly, daily, weekly or monthly", "enum");
    }
}
