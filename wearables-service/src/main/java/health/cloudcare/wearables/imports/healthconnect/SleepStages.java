package health.cloudcare.wearables.imports.healthconnect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** The stages of a sleep session, by Health Connect's number or name, as the categories that the rules know. */
final class SleepStages {

    static final String ASLEEP = "asleep";
    static final String OUT_OF_BED = "out_of_bed";

    /** By number; an unknown stage is time in bed of which nothing more is known. */
    private static final List<String> BY_NUMBER =
            List.of("inBed", "awake", ASLEEP, OUT_OF_BED, "light", "deep", "rem", "awake");

    private static final List<String> NAMES =
            List.of("unknown", "awake", "sleeping", OUT_OF_BED, "light", "deep", "rem", "awake_in_bed");

    private SleepStages() {}

    /** Empty when the stage is none of Health Connect's. */
    static Optional<String> category(JsonNode stage) {
        int number = stage.isIntegralNumber() && stage.canConvertToInt() ? stage.asInt() : -1;
        if (stage.isTextual()) {
            String name = stage.textValue().strip().toLowerCase(Locale.ROOT);
            number = NAMES.indexOf(name.startsWith("stage_type_") ? name.substring("stage_type_".length()) : name);
        }
        return number < 0 || number >= BY_NUMBER.size() ? Optional.empty() : Optional.of(BY_NUMBER.get(number));
    }
}
