package health.cloudcare.wearables.summary;

/** Figures as the app shows them. */
final class Rounded {
    private static final double HOUR_MILLIS = 3_600_000;

    private Rounded() {}

    static double to(int decimals, double value) {
        double power = Math.pow(10, decimals);
        return Math.round(value * power) / power;
    }

    /** Hours with two decimals. */
    static double hours(long millis) {
        return to(2, millis / HOUR_MILLIS);
    }
}
