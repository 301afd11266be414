package health.cloudcare.benchmarks;

import java.util.List;

/** A measurement with its peers. It starts what it needs, leaves nothing behind, and ends within minutes. */
public interface Benchmark {
    /** As on the command line. */
    String name();

    /** What it measures, in a line. */
    String about();

    /** The figures, in the order in which they are to be printed. */
    List<Figure> run(Console console) throws Exception;
}
