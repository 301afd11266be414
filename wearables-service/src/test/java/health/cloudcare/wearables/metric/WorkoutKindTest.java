package health.cloudcare.wearables.metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.wearables.metric.WorkoutKind.Figure;

import static org.assertj.core.api.Assertions.assertThat;

class WorkoutKindTest {

    @ParameterizedTest
    @CsvSource({
        "Running, RUNNING",
        "EXERCISE_TYPE_RUNNING_TREADMILL, RUNNING",
        "HKWorkoutActivityTypeWalking, WALKING",
        "Nordic walking, WALKING",
        "EXERCISE_TYPE_BIKING_STATIONARY, CYCLING",
        "HKWorkoutActivityTypeCycling, CYCLING",
        "SWIMMING_OPEN_WATER, SWIMMING",
        "hiking, HIKING",
        "HKWorkoutActivityTypeFunctionalStrengthTraining, STRENGTH",
        "weightlifting, STRENGTH",
        "Yoga, MIND_BODY",
        "tai chi, MIND_BODY",
        "HKWorkoutActivityTypeMindAndBody, MIND_BODY",
        "trunk rotation, OTHER",
        "badminton, OTHER",
        "'', OTHER",
    })
    void isToldByTheNameOfTheActivity(String activity, WorkoutKind kind) {
        assertThat(WorkoutKind.named(activity)).isEqualTo(kind);
    }

    @Test
    void hasAMetricForEachFigureButTheDistanceOfWhatCoversNone() {
        for (WorkoutKind kind : WorkoutKind.values()) {
            boolean still = kind == WorkoutKind.STRENGTH || kind == WorkoutKind.MIND_BODY;
            assertThat(kind.metric(Figure.TIME)).isPresent();
            assertThat(kind.metric(Figure.ENERGY)).isPresent();
            assertThat(kind.metric(Figure.DISTANCE).isPresent()).isEqualTo(!still);
        }
    }
}
