package health.cloudcare.benchmarks;

import java.util.Locale;

/** A result that scripts read: {@code <name>: <ratio>x (<ours> vs <peer>)}, or a plain number with its unit in the name. */
public sealed interface Figure {
    /** The line as it is printed. */
    String line();

    /** Rates: the higher, the better; the ratio says how many times faster ours is. */
    static Figure rates(String name, double ours, double peer) {
        return new Ratio(name, ours / peer, rate(ours), rate(peer));
    }

    /** Rates of two kinds of work: the ratio says how much of the peer's rate ours reaches. */
    static Figure rates(String name, double ours, String unit, double peer, String peerUnit) {
        return new Ratio(name, ours / peer, rate(ours, unit), rate(peer, peerUnit));
    }

    /** Durations: the ratio says how many times longer the peer takes. */
    static Figure durations(String name, double oursMillis, double peerMillis) {
        return new Ratio(name, peerMillis / oursMillis, millis(oursMillis), millis(peerMillis));
    }

    /** Durations of ours: the ratio says how many times longer it takes now than before. */
    static Figure growth(String name, double nowMillis, double beforeMillis) {
        return new Ratio(name, nowMillis / beforeMillis, millis(nowMillis), millis(beforeMillis));
    }

    /** A measured ratio with what it was made of. */
    record Ratio(String name, double ratio, String ours, String peer) implements Figure {
        @Override
        public String line() {
            return String.format(Locale.ROOT, "%s: %.2fx (%s vs %s)", name, ratio, ours, peer);
        }
    }

    /** A number whose unit is in the name. */
    record Plain(String name, long value) implements Figure {
        @Override
        public String line() {
            return name + ": " + value;
        }
    }

    /** A duration; the name says that it is in seconds. */
    record Seconds(String name, double millis) implements Figure {
        @Override
        public String line() {
            return String.format(Locale.ROOT, "%s: %.4f", name, millis / 1_000);
        }
    }

    static String rate(double perSecond) {
        return rate(perSecond, "readings/s");
    }

    static String rate(double value, String unit) {
        return String.format(Locale.ROOT, value < 1_000 ? "%.1f %s" : "%,.0f %s", value, unit);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }
}
