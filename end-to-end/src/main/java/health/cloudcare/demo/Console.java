package health.cloudcare.demo;

import java.io.PrintStream;
import java.util.Locale;

/** What the person who started the demo sees. */
final class Console {

    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;

    /** @param terminal whether a line can be written over; without, it is shown when it is final */
    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void line(String format, Object... arguments) {
        out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    }

    void title(String title) {
        line("");
        line(title);
    }

    /** The next such text takes this one's place. */
    void passing(String text) {
        if (terminal) {
            out.print(ERASE_LINE + text);
            out.flush();
        }
    }

    void inPlace(String text) {
        line((terminal ? ERASE_LINE : "") + text);
    }
}
