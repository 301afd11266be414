package health.cloudcare.benchmarks.authenticated;

import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.Usage;

/** Requests with a token, and as many seconds of requests without. */
record Comparison(Usage authenticated, Usage anonymous) {
    static final Comparison NOTHING = new Comparison(Usage.NONE, Usage.NONE);

    Comparison and(Comparison other) {
        return new Comparison(authenticated.and(other.authenticated), anonymous.and(other.anonymous));
    }

    Figure figure(String name) {
        return Figure.rates(name, authenticated.perSecond(), "requests/s", anonymous.perSecond(), "requests/s");
    }

    /** What the process itself spends, without what it shares the machine with. */
    Figure cpuFigure(String name) {
        String unit = "requests per processor second of the service";
        return Figure.rates(name, authenticated.perCpuSecond(), unit, anonymous.perCpuSecond(), unit);
    }

    @Override
    public String toString() {
        return "authenticated " + authenticated.line("requests") + ", anonymous " + anonymous.line("requests");
    }
}
