package health.cloudcare.wearables.reading;

/** Stages of sleep with the raw values of HealthKit's HKCategoryValueSleepAnalysis. */
public enum SleepStage {
    IN_BED(0),
    /** Asleep, no stage known. */
    ASLEEP(1),
    AWAKE(2),
    CORE(3),
    DEEP(4),
    REM(5);

    private final int code;

    SleepStage(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is no such stage */
    public static SleepStage ofCode(int code) {
        for (SleepStage stage : values()) {
            if (stage.code == code) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no sleep stage " + code);
    }

    public boolean asleep() {
        return this == ASLEEP || this == CORE || this == DEEP || this == REM;
    }
}
