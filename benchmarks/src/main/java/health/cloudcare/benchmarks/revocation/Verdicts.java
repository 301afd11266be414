package health.cloudcare.benchmarks.revocation;

import java.io.IOException;

/**
 * How reads ended.
 *
 * @param undecided 503: the service did not know the consents well enough at that moment, and let nobody in
 */
record Verdicts(long allowed, long refused, long undecided) {
    static final Verdicts NONE = new Verdicts(0, 0, 0);

    static Verdicts ofStatus(int status) throws IOException {
        return switch (status) {
            case 200 -> new Verdicts(1, 0, 0);
            case 403 -> new Verdicts(0, 1, 0);
            case 503 -> new Verdicts(0, 0, 1);
            default -> throw new IOException("a read was answered " + status);
        };
    }

    Verdicts and(Verdicts other) {
        return new Verdicts(allowed + other.allowed, refused + other.refused, undecided + other.undecided);
    }

    long total() {
        return allowed + refused + undecided;
    }
}
