package health.cloudcare.endtoend.suite;

import java.io.IOException;
import java.io.UncheckedIOException;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that does nothing, though its connections stay open, until this is closed. */
public final class Pause implements AutoCloseable {

    private final long pid;

    private Pause(long pid) {
        this.pid = pid;
    }

    static Pause of(long pid) {
        signal("STOP", pid);
        return new Pause(pid);
    }

    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            assertThat(exit).as("kill -" + name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
