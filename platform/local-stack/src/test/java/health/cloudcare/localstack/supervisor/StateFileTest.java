package health.cloudcare.localstack.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StateFileTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path directory;

    @Test
    void readsBackWhatWasWritten() throws Exception {
        var state = new SuiteState(
                11,
                9000,
                START,
                Optional.of(Duration.ofMillis(23_400)),
                List.of(
                        new ProcessState("kafka", ProcessState.Phase.READY, 12, 9021, "127.0.0.1:9021", START, 0),
                        new ProcessState(
                                "wearables-service",
                                ProcessState.Phase.RESTARTING,
                                13,
                                9005,
                                "http://localhost:9005",
                                START,
                                2)));
        var file = new StateFile(directory);

        file.write(state);

        assertThat(file.read()).contains(state);
        assertThat(directory.resolve("wearables-service.pid")).hasContent("13");
    }

    @Test
    void knowsNothingBeforeTheFirstStart() throws Exception {
        assertThat(new StateFile(directory).read()).isEmpty();
    }
}
