package health.cloudcare.wearables.imports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What sort of device the iOS app spoke for, as the documented answer names it. */
enum AppleDeviceType {
    APPLE_WATCH("apple_watch", "Apple Watch"),
    IPHONE("iphone", "iPhone"),
    UNKNOWN("unknown", null);

    private final String code;
    private final @Nullable String label;

    AppleDeviceType(String code, @Nullable String label) {
        this.code = code;
        this.label = label;
    }

    /** A watch sends through its phone, so one sample of a watch is enough. */
    static AppleDeviceType of(List<@Nullable AppleHealthMetric> metrics) {
        boolean phone = false;
        for (AppleHealthMetric metric : metrics) {
            String words = metric == null ? "" : words(metric);
            if (words.contains("watch")) {
                return APPLE_WATCH;
            }
            phone |= words.contains("iphone");
        }
        return phone ? IPHONE : UNKNOWN;
    }

    String code() {
        return code;
    }

    @Nullable
    String label() {
        return label;
    }

    private static String words(AppleHealthMetric metric) {
        return String.join(
                        " ",
                        Stream.of(metric.sourceApp(), metric.metadata("device"))
                                .filter(Objects::nonNull)
                                .toList())
                .toLowerCase(Locale.ROOT);
    }
}
