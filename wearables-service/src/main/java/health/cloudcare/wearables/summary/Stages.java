package health.cloudcare.wearables.summary;

import java.util.List;

import health.cloudcare.wearables.reading.SleepStage;

/** Hours in each stage; sleep of which no stage is known counts as core, as the app expects. */
record Stages(double awake, double rem, double core, double deep) {

    static Stages of(List<SleepSession> sessions) {
        return new Stages(
                hours(sessions, SleepStage.AWAKE),
                hours(sessions, SleepStage.REM),
                Rounded.hours(millis(sessions, SleepStage.CORE) + millis(sessions, SleepStage.ASLEEP)),
                hours(sessions, SleepStage.DEEP));
    }

    static double hours(List<SleepSession> sessions, SleepStage stage) {
        return Rounded.hours(millis(sessions, stage));
    }

    private static long millis(List<SleepSession> sessions, SleepStage stage) {
        return sessions.stream().mapToLong(session -> session.millis(stage)).sum();
    }
}
