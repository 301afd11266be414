package health.cloudcare.wearables.metric;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What workouts are attributed to. Sources know some hundred activities; these are what people compare. */
public enum WorkoutKind {
    HIKING("hik|trek|mountaineer|climbing"),
    RUNNING("running|\\brun\\b|jog|treadmill"),
    WALKING("walk"),
    CYCLING("cycl|bik|spinning"),
    SWIMMING("swim"),
    STRENGTH("strength|weight|calisthenics|resistance|crossfit"),
    MIND_BODY("yoga|pilates|stretch|breathing|tai.?chi|qigong|meditat|mind.?and.?body|flexibility"),
    OTHER("");

    /** What is told of a workout, each a metric of its own. */
    public enum Figure {
        TIME,
        ENERGY,
        DISTANCE
    }

    private final Pattern words;

    WorkoutKind(String words) {
        this.words = Pattern.compile(words);
    }

    /** The kind that an activity's name tells of, in whatever case and with whatever between its words. */
    public static WorkoutKind named(String activity) {
        String folded = activity.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (WorkoutKind kind : values()) {
            if (kind != OTHER && kind.words.matcher(folded).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Empty for the distance of what has none. */
    public Optional<MetricType> metric(Figure figure) {
        return MetricType.ofCode("workout_" + lower(this) + "_" + lower(figure));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
