package health.cloudcare.benchmarks;

import java.util.List;

/** A measurement with its peers. It starts what it needs, leaves nothing behind, and ends within minutes. */
public interface Benchmark {
    /** As on the command line. */
    String name();

    /** What it measures, in a line. */
    String about();

    /** @param figures takes each figure once it is known, so that a run that fails later still shows it */
    void run(Console console, List<Figure> figures) throws Exception;
}
