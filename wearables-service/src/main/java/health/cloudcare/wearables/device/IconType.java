package health.cloudcare.wearables.device;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The pictures that the app has. */
enum IconType {
    FITNESS_TRACKER,
    SMART_WATCH,
    HEART_MONITOR,
    BLOOD_PRESSURE;

    /** By the words of its type and name; empty for a phone, a scale and whatever else has no picture. */
    static Optional<IconType> of(@Nullable String type, @Nullable String name) {
        String words = (type + " " + name).toLowerCase(Locale.ROOT).replace('_', ' ');
        if (words.contains("blood pressure") || words.contains("cuff")) {
            return Optional.of(BLOOD_PRESSURE);
        }
        if (words.contains("watch") || words.contains("garmin")) {
            return Optional.of(SMART_WATCH);
        }
        if (words.contains("heart") || words.contains("ecg")) {
            return Optional.of(HEART_MONITOR);
        }
        boolean tracker = words.contains("fitness") || words.contains("tracker") || words.contains("band");
        return tracker || words.contains("ring") ? Optional.of(FITNESS_TRACKER) : Optional.empty();
    }
}
