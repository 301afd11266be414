package health.cloudcare.localstack.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person sees. */
public final class Console {
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
    }

    void part(String text) {
        out.print(text);
        out.flush();
    }

    void ready(String name, Duration elapsed, boolean again) {
        line(String.format(Locale.ROOT, "  %-22s ready %s%s", name, seconds(elapsed), again ? " (again)" : ""));
    }

    void restarting(String name, String cause, Duration pause) {
        line(String.format(
                Locale.ROOT,
                "  %-22s %s; starting it again in %s",
                name,
                cause,
                seconds(pause).strip()));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1000.0);
    }
}
