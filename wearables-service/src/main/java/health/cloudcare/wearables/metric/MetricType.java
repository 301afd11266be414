package health.cloudcare.wearables.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import static health.cloudcare.wearables.metric.Aggregation.CUMULATIVE;
import static health.cloudcare.wearables.metric.Aggregation.DISCRETE;
import static health.cloudcare.wearables.metric.PlausibleRange.between;
import static health.cloudcare.wearables.metric.PlausibleRange.upTo;

/**
 * A metric that CloudCare keeps. The code is the {@code metric_type} of the API and of the readings topic; the unit is
 * the one unit its values are stored and answered in. docs/metrics.md is the same table for people.
 *
 * <p>Ranges hold for one reading, which may be a whole day's total. Sources of the limits: G = Guinness World Records,
 * rounded up; P = human physiology as in the cited figure, with room; D = the documented limits of the sync call.
 */
public enum MetricType {
    // G: 228 km walked and run in 24 h are about 300,000 steps; 319 km run in 24 h
    STEPS("steps", Unit.COUNT, CUMULATIVE, upTo(300_000)),
    DISTANCE("distance", Unit.KILOMETRE, CUMULATIVE, upTo(350)),
    // P: the hardest measured days (Tour de France, polar sledging) stay below 12,000 kcal
    CALORIES("calories", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    BASAL_CALORIES("basal_calories", Unit.KILOCALORIE, CUMULATIVE, upTo(10_000)),
    // G: 29,000 m of ascent in 24 h, at 3 m a flight
    FLIGHTS_CLIMBED("flights_climbed", Unit.COUNT, CUMULATIVE, upTo(10_000)),
    // G: 1,026 km cycled and 104 km swum in 24 h
    DISTANCE_CYCLING("distance_cycling", Unit.KILOMETRE, CUMULATIVE, upTo(1_100)),
    DISTANCE_SWIMMING("distance_swimming", Unit.KILOMETRE, CUMULATIVE, upTo(200)),
    // a reading lasts 48 h at most
    EXERCISE_TIME("exercise_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    STAND_TIME("stand_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    STAND_HOUR("stand_hour", Unit.COUNT, CUMULATIVE, upTo(48)),
    // D: 30–250; P: 27 at rest in athletes, tachycardia of infants and arrhythmia to 300
    HEART_RATE("heart_rate", Unit.BEATS_PER_MINUTE, DISCRETE, between(20, 300)),
    RESTING_HEART_RATE("resting_heart_rate", Unit.BEATS_PER_MINUTE, DISCRETE, between(20, 220)),
    WALKING_HEART_RATE("walking_heart_rate", Unit.BEATS_PER_MINUTE, DISCRETE, between(20, 250)),
    // P: SDNN over minutes is 10–200 ms, of ectopic rhythms a few hundred; RMSSD likewise, and the two do not mix
    HRV("hrv", Unit.MILLISECOND, DISCRETE, upTo(1_000)),
    HRV_RMSSD("hrv_rmssd", Unit.MILLISECOND, DISCRETE, upTo(1_000)),
    // D: 0–100, though no sensor reads below 35 % in a living person
    OXYGEN_LEVEL("oxygen_level", Unit.PERCENT_SIGN, DISCRETE, upTo(100)),
    // P: apnoea to the newborn's 70
    RESPIRATORY_RATE("respiratory_rate", Unit.BREATHS_PER_MINUTE, DISCRETE, upTo(100)),
    // P: 11.8 °C is the lowest survived core temperature, 46.5 °C the highest
    BODY_TEMPERATURE("body_temperature", Unit.CELSIUS, DISCRETE, between(11, 47)),
    // P: skin freezes at -0.5 °C and burns from 44 °C on
    SKIN_TEMPERATURE("skin_temperature", Unit.CELSIUS, DISCRETE, between(0, 50)),
    // D: 60–250 and 40–150; P: shock below, weight lifting up to 480/350
    BLOOD_PRESSURE_SYSTOLIC("blood_pressure_systolic", Unit.MILLIMETRE_OF_MERCURY, DISCRETE, between(30, 500)),
    BLOOD_PRESSURE_DIASTOLIC("blood_pressure_diastolic", Unit.MILLIMETRE_OF_MERCURY, DISCRETE, between(10, 370)),
    // G: 2,656 mg/dL survived; meters end at 600, laboratories do not
    BLOOD_GLUCOSE("blood_glucose", Unit.MILLIGRAM_PER_DECILITRE, DISCRETE, between(1, 3_000)),
    // P: 97.5 measured in an elite cyclist
    VO2_MAX("vo2_max", Unit.MILLILITRE_PER_KILOGRAM_MINUTE, DISCRETE, between(1, 110)),
    // G: 0.2 kg at birth, 635 kg; 251 cm living, 272 cm ever
    WEIGHT("weight", Unit.KILOGRAM, DISCRETE, between(0.2, 700)),
    HEIGHT("height", Unit.CENTIMETRE, DISCRETE, between(15, 280)),
    BODY_MASS_INDEX("body_mass_index", Unit.KILOGRAM_PER_SQUARE_METRE, DISCRETE, between(5, 210)),
    BODY_FAT("body_fat", Unit.PERCENT_SIGN, DISCRETE, upTo(100)),
    // G: 44.7 km/h is the fastest sprint
    WALKING_SPEED("walking_speed", Unit.KILOMETRE_PER_HOUR, DISCRETE, upTo(45)),
    WALKING_STEP_LENGTH("walking_step_length", Unit.CENTIMETRE, DISCRETE, upTo(300)),
    WALKING_DOUBLE_SUPPORT("walking_double_support", Unit.PERCENT_SIGN, DISCRETE, upTo(100)),
    WALKING_ASYMMETRY("walking_asymmetry", Unit.PERCENT_SIGN, DISCRETE, upTo(100)),
    // P: 194 dB is the loudest undistorted sound in air
    HEADPHONE_AUDIO_EXPOSURE("headphone_audio_exposure", Unit.DECIBEL, DISCRETE, upTo(194)),
    // a reading's value is its stage; hours is the unit of the figures made from its duration
    SLEEP("sleep_analysis", Unit.HOUR, Aggregation.SLEEP, upTo(5)),
    MINDFUL_MINUTES("mindful_minutes", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    // workouts: what one lasted, took and covered, by the kind of workout; limits as of the day's totals above
    WORKOUT_WALKING_TIME("workout_walking_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_WALKING_ENERGY("workout_walking_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_WALKING_DISTANCE("workout_walking_distance", Unit.KILOMETRE, CUMULATIVE, upTo(350)),
    WORKOUT_RUNNING_TIME("workout_running_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_RUNNING_ENERGY("workout_running_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_RUNNING_DISTANCE("workout_running_distance", Unit.KILOMETRE, CUMULATIVE, upTo(350)),
    WORKOUT_CYCLING_TIME("workout_cycling_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_CYCLING_ENERGY("workout_cycling_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_CYCLING_DISTANCE("workout_cycling_distance", Unit.KILOMETRE, CUMULATIVE, upTo(1_100)),
    WORKOUT_SWIMMING_TIME("workout_swimming_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_SWIMMING_ENERGY("workout_swimming_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_SWIMMING_DISTANCE("workout_swimming_distance", Unit.KILOMETRE, CUMULATIVE, upTo(200)),
    WORKOUT_HIKING_TIME("workout_hiking_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_HIKING_ENERGY("workout_hiking_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_HIKING_DISTANCE("workout_hiking_distance", Unit.KILOMETRE, CUMULATIVE, upTo(350)),
    WORKOUT_STRENGTH_TIME("workout_strength_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_STRENGTH_ENERGY("workout_strength_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_MIND_BODY_TIME("workout_mind_body_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_MIND_BODY_ENERGY("workout_mind_body_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_OTHER_TIME("workout_other_time", Unit.MINUTE, CUMULATIVE, upTo(2_880)),
    WORKOUT_OTHER_ENERGY("workout_other_energy", Unit.KILOCALORIE, CUMULATIVE, upTo(20_000)),
    WORKOUT_OTHER_DISTANCE("workout_other_distance", Unit.KILOMETRE, CUMULATIVE, upTo(1_100));

    private static final Map<String, MetricType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MetricType::code, Function.identity()));

    private final String code;
    private final Unit unit;
    private final Aggregation aggregation;
    private final PlausibleRange range;

    MetricType(String code, Unit unit, Aggregation aggregation, PlausibleRange range) {
        this.code = code;
        this.unit = unit;
        this.aggregation = aggregation;
        this.range = range;
    }

    public static Optional<MetricType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public String code() {
        return code;
    }

    /** The text of the unit in answers. */
    public String unit() {
        return unit.text();
    }

    public Aggregation aggregation() {
        return aggregation;
    }

    /** The unit with that name, if values in it can be turned into this metric's unit. */
    public Optional<Unit> unitNamed(String text) {
        return unit.siblingNamed(text);
    }

    /** The units that {@link #unitNamed} knows for this metric, each by its first spelling, its own first. */
    List<String> acceptedUnits() {
        return unit.siblings().stream().map(Unit::text).toList();
    }

    /** Whether values in that unit are kept as they come, so that there is no other original to remember. */
    public boolean keepsAsGiven(Unit given) {
        return given.sameScaleAs(unit);
    }

    /** The value in this metric's unit. */
    public double inOwnUnit(double value, Unit given) {
        return given.to(unit, value);
    }

    /**
     * Whether a record without a unit stands for the minutes between its start and its end: a mindful session or a workout,
     * which most sources write down as an interval and nothing else.
     */
    public boolean isMinutesOfInterval() {
        return this == MINDFUL_MINUTES || code.startsWith("workout_") && unit == Unit.MINUTE;
    }

    /** For people, for example {@code 20–300}. */
    String plausibleRange() {
        return range.text();
    }

    PlausibleRange range() {
        return range;
    }

    /** Whether one reading can have that value, in this metric's unit. */
    public boolean plausible(double value) {
        return range.contains(value);
    }
}
