package health.cloudcare.wearables.imports.healthconnect;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A record tells a baseline and how far each measurement is from it. */
final class SkinTemperature {

    private static final double FAHRENHEIT_DEGREE = 5.0 / 9;
    private static final double FREEZING_FAHRENHEIT = 32;

    private SkinTemperature() {}

    /** Empty when one of the two is missing or no number. */
    static Optional<Double> celsius(JsonNode baseline, JsonNode delta) {
        return degrees(baseline, FREEZING_FAHRENHEIT)
                .flatMap(base -> degrees(delta, 0).map(more -> base + more));
    }

    private static Optional<Double> degrees(JsonNode node, double fahrenheitOfZero) {
        if (node.path("inCelsius").isNumber()) {
            return finite(node.path("inCelsius").asDouble());
        }
        if (node.path("inFahrenheit").isNumber()) {
            return finite((node.path("inFahrenheit").asDouble() - fahrenheitOfZero) * FAHRENHEIT_DEGREE);
        }
        return node.isNumber() ? finite(node.asDouble()) : Optional.empty();
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
