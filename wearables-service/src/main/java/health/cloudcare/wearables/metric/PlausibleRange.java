package health.cloudcare.wearables.metric;

/**
 * What a single reading can be at all, in the metric's unit. Wide physiological limits: a value outside is an error of
 * the device or of the unit, a value inside may still be an emergency.
 */
record PlausibleRange(double min, double max) {

    static PlausibleRange between(double min, double max) {
        return new PlausibleRange(min, max);
    }

    static PlausibleRange upTo(double max) {
        return new PlausibleRange(0, max);
    }

    String text() {
        return number(min) + "–" + number(max);
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    boolean contains(double value) {
        return value >= min && value <= max;
    }
}
