package health.cloudcare.benchmarks.ingest;

/** Readings taken in over a stretch of time. */
record Rate(long readings, double seconds) {
    static Rate since(long startNanos, long readings) {
        return new Rate(readings, (System.nanoTime() - startNanos) / 1e9);
    }

    double perSecond() {
        return readings / seconds;
    }
}
