package health.cloudcare.wearables.imports.healthconnect;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.wearables.metric.WorkoutKind;

/** ExerciseSessionRecord.EXERCISE_TYPE_… by number or name. */
final class ExerciseTypes {

    private ExerciseTypes() {}

    static WorkoutKind kind(JsonNode type) {
        if (type.isTextual()) {
            return WorkoutKind.named(type.textValue());
        }
        return switch (type.isIntegralNumber() ? type.asInt() : 0) {
            case 37 -> WorkoutKind.HIKING;
            case 56, 57 -> WorkoutKind.RUNNING;
            case 79 -> WorkoutKind.WALKING;
            case 8, 9 -> WorkoutKind.CYCLING;
            case 73, 74 -> WorkoutKind.SWIMMING;
            // callisthenics, strength training, weightlifting
            case 13, 70, 81 -> WorkoutKind.STRENGTH;
            // guided breathing, pilates, stretching, yoga
            case 33, 48, 71, 83 -> WorkoutKind.MIND_BODY;
            default -> WorkoutKind.OTHER;
        };
    }
}
