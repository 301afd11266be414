package health.cloudcare.wearables.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The texts for stages of sleep: HealthKit's category values as an export writes them, and the iOS app's
 * {@code metadata.category}. Asleep is what iOS wrote before it knew stages.
 */
final class SleepStageText {

    private static final String PREFIX = "hkcategoryvaluesleepanalysis";

    private static final Map<String, SleepStage> STAGES = Map.ofEntries(
            Map.entry("inbed", SleepStage.IN_BED),
            Map.entry("asleep", SleepStage.ASLEEP),
            Map.entry("asleepunspecified", SleepStage.ASLEEP),
            Map.entry("awake", SleepStage.AWAKE),
            Map.entry("asleepcore", SleepStage.CORE),
            Map.entry("core", SleepStage.CORE),
            // what other makers call HealthKit's core sleep
            Map.entry("light", SleepStage.CORE),
            Map.entry("asleepdeep", SleepStage.DEEP),
            Map.entry("deep", SleepStage.DEEP),
            Map.entry("asleeprem", SleepStage.REM),
            Map.entry("rem", SleepStage.REM));

    private SleepStageText() {}

    static Optional<SleepStage> find(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT).replace("_", "");
        String bare = folded.startsWith(PREFIX) ? folded.substring(PREFIX.length()) : folded;
        return Optional.ofNullable(STAGES.get(bare));
    }
}
