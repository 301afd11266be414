package health.cloudcare.localstack.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class WatchTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void startsAProcessAgainThatWasKilled() throws Exception {
        Watch watch = watch("printf 'READY\\n\\n'; exec cat");
        Thread thread = Thread.ofPlatform().start(watch);
        watch.firstReady().get(10, TimeUnit.SECONDS);
        Process first = watch.process().process().orElseThrow();

        first.destroyForcibly().waitFor();
        Process second = awaitOtherThan(first, watch);

        assertThat(second.isAlive()).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("ended with exit code 137; starting it again");
        watch.stop();
        thread.join();
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void givesUpAProcessThatNeverBecomesReady() throws Exception {
        Watch watch = watch("exit 7");
        Thread thread = Thread.ofPlatform().start(watch);

        assertThatThrownBy(() -> watch.firstReady().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("broken-or-not did not become ready: it ended with exit code 7");
        thread.join();
    }

    private static Process awaitOtherThan(Process first, Watch watch) {
        Process current = first;
        while (current.pid() == first.pid()) {
            Thread.onSpinWait();
            current = watch.process().process().orElseThrow();
        }
        return current;
    }

    private Watch watch(String script) {
        var process = new JavaProcess(
                new JavaProcess.Description("broken-or-not", "a test", List.of(1), "nowhere"),
                new JavaProcess.Launch(
                        List.of("sh", "-c", script),
                        Map.of(),
                        Set.of(),
                        directory.resolve("log"),
                        new Readiness.Announced()));
        var console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8));
        return new Watch(process, new StateBoard(new StateFile(directory), Clock.systemUTC(), 1), console);
    }
}
