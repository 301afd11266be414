package health.cloudcare.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** What the person who started the benchmark sees. */
public record Console(PrintStream out) {
    public void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
