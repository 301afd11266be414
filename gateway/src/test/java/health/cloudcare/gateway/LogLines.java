package health.cloudcare.gateway;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged from now on, as an operator would see it. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final PatternFormatter formatter = new PatternFormatter("%c %X %s%e");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private LogLines() {}

    public static LogLines capture() {
        LogLines lines = new LogLines();
        lines.setLevel(Level.ALL);
        ROOT.addHandler(lines);
        return lines;
    }

    public Stream<String> stream() {
        return lines.stream();
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(formatter.format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
