package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.Unit;

/**
 * The stage that a record of sleep tells of. Its duration is always end minus start; the number in {@code value} is the
 * duration in one source and HealthKit's raw stage in another, so the category's text decides wherever there is one.
 */
final class SleepValue {

    private SleepValue() {}

    static double stageCode(RawRecord raw) throws Refusal {
        String text = raw.category() != null ? raw.category() : raw.value();
        if (text == null || text.isBlank()) {
            throw unknown();
        }
        SleepStage named = SleepStageText.find(text).orElse(null);
        if (named != null) {
            return named.code();
        }
        if (raw.category() != null) {
            throw unknown();
        }
        return (isDuration(raw.unit()) ? asleepFor(text) : rawStage(text)).code();
    }

    private static boolean isDuration(@Nullable String unit) {
        return unit != null && Unit.HOUR.siblingNamed(unit).isPresent();
    }

    private static SleepStage asleepFor(String duration) throws Refusal {
        if (QuantityValue.number(duration) < 0) {
            throw new Refusal(RejectionReason.OUT_OF_RANGE, "a duration is not negative");
        }
        return SleepStage.ASLEEP;
    }

    private static SleepStage rawStage(String text) throws Refusal {
        double number = QuantityValue.number(text);
        for (SleepStage stage : SleepStage.values()) {
            if (stage.code() == number) {
                return stage;
            }
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return new Refusal(RejectionReason.MALFORMED, "the stage of sleep is not known");
    }
}
