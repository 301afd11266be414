package health.cloudcare.wearables.metric;

/** What a unit measures. Values convert within a dimension and never between two. */
enum Dimension {
    COUNT,
    LENGTH,
    ENERGY,
    DURATION,
    HEART_BEATS,
    BREATHS,
    MASS,
    TEMPERATURE,
    PRESSURE,
    BLOOD_GLUCOSE,
    SPEED,
    SHARE,
    OXYGEN_UPTAKE,
    SOUND_LEVEL,
    BODY_MASS_INDEX
}
